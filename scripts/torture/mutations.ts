import { OpenFailure } from '../../src-main/core/ports/sealing/open-failure';
import { mutate } from './mutate';
import { quickSealer } from './quick-sealer';
import { Checks, type Result } from './result';
import { seeded } from './seeded';
import { allSubjects, type Subject } from './subjects';

/** From so many on, every way of being refused must have come up. */
const enoughForAll = 200;

/** How long a single file may take: it is small, and its work factor low. */
const patience = 20_000;

/**
 * Opens files of every kind with something wrong. Each must be refused by an OpenFailure, or give a text that was
 * sealed: whatever else comes out, or is thrown, is a failure.
 *
 * @param count how many in all
 * @param seed the same mutations for the same seed, though keys and salts are new each time
 */
export async function openMutated(count: number, seed: number): Promise<Result[]> {
  const results: Result[] = [];
  const subjects = await allSubjects();
  for (const [index, subject] of subjects.entries()) {
    const share = Math.floor((count + index) / subjects.length);
    results.push(await openMutatedOf(subject, share, seed + index));
  }
  return results;
}

async function openMutatedOf(subject: Subject, count: number, seed: number): Promise<Result> {
  const checks = new Checks();
  const kinds = new Map<string, number>();
  const below = seeded(seed);
  for (let round = 0; round < count; round += 1) {
    const file = mutate(...subject.files, below);
    const { kind, failure } = await open(subject, file);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    checks.add(failure === null ? null : `${subject.name}, mutation ${round} of seed ${seed}: ${failure}`);
  }
  // Blanks around an armor, say. More would say that the mutations do little.
  const opened = kinds.get('opened') ?? 0;
  if (opened > count / 20) checks.add(`${subject.name}: ${opened} of ${count} opened all the same`);
  for (const kind of ['damaged', 'not-sealed']) {
    if (count >= enoughForAll && !kinds.has(kind)) checks.add(`${subject.name}: none was refused as ${kind}`);
  }
  const counts = [...kinds].sort(([, one], [, other]) => other - one);
  const detail = counts.map(([kind, times]) => `${kind} ${times}`).join(', ');
  return checks.result(`mutated files: ${subject.name}`, detail);
}

interface Outcome {
  readonly kind: string;
  readonly failure: string | null;
}

async function open(subject: Subject, file: Uint8Array): Promise<Outcome> {
  const timer = new Patience();
  const opening = subject.open(file).then(async (text): Promise<Outcome> => {
    if (!subject.texts.includes(text)) return { kind: 'opened', failure: 'a text that was never sealed' };
    if (!subject.isUnderstood(text)) return { kind: 'opened', failure: 'its text is not understood' };
    const lock = await quickSealer.lockOf(file);
    return { kind: 'opened', failure: lock === subject.lock ? null : 'its lock is mistaken' };
  }, refusal);
  const outcome = await Promise.race([opening, timer.over]);
  timer.stop();
  const looking = await quickSealer.lockOf(file).then(() => null, refusal);
  return { kind: outcome.kind, failure: outcome.failure ?? looking?.failure ?? null };
}

function refusal(error: unknown): Outcome {
  if (error instanceof OpenFailure) return { kind: error.kind, failure: null };
  return { kind: 'crashed', failure: error instanceof Error ? `threw ${error.name}` : 'threw' };
}

class Patience {
  readonly over: Promise<Outcome>;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.over = new Promise((resolve) => {
      this.#timer = setTimeout(() => resolve({ kind: 'hung', failure: 'took too long' }), patience);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
