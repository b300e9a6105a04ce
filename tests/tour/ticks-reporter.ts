import type { FullResult, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { stripVTControlCharacters } from 'node:util';

/** One line for every step of the walk, then what it came to. A walk without a step is a failed one. */
export default class TicksReporter implements Reporter {
  private good = 0;
  private bad = 0;
  private readonly start = Date.now();

  printsToStdio(): boolean {
    return true;
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step' || step.parent) return;
    this.tick(step.title, step.duration, step.error?.message);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const isTold = result.steps.some((step) => step.category === 'test.step' && step.error);
    if (result.status !== test.expectedStatus && !isTold) {
      this.tick(test.title, result.duration, result.error?.message ?? result.status);
    }
  }

  onError(error: { message?: string }): void {
    this.tick('The walk', 0, error.message ?? 'failed');
  }

  onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    const seconds = inSeconds(Date.now() - this.start);
    console.log(
      `\n${this.good} of ${this.good + this.bad} steps went well (${seconds}); pictures in artifacts/tour/`,
    );
    const isGood = result.status === 'passed' && this.bad === 0 && this.good > 0;
    return Promise.resolve({ status: isGood ? 'passed' : 'failed' });
  }

  private tick(title: string, duration: number, error: string | undefined): void {
    if (error === undefined) this.good += 1;
    else this.bad += 1;
    const reason = error === undefined ? '' : `: ${firstLine(error)}`;
    console.log(`${error === undefined ? '✓' : '✗'} ${title} (${inSeconds(duration)})${reason}`);
  }
}

const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

/** Without the colors that are meant for a terminal. */
const firstLine = (text: string) => stripVTControlCharacters(text).split('\n', 1)[0] ?? '';
