/** What came of one kind of torture. Each kill, mutated file or fault counts as a check. */
export interface Result {
  readonly what: string;
  readonly passed: number;
  /** One sentence for each check that failed. */
  readonly failures: readonly string[];
  /** What was seen besides. */
  readonly detail: string;
  /** Why it could not be done on this machine; null when it was done. */
  readonly notRunHere: string | null;
}

/** Counts checks. A failure is a sentence; it never quotes what was sealed. */
export class Checks {
  passed = 0;
  readonly failures: string[] = [];

  /** @param failure null when all is well */
  add(failure: string | null): void {
    if (failure === null) this.passed += 1;
    else this.failures.push(failure);
  }

  result(what: string, detail: string): Result {
    return { what, passed: this.passed, failures: this.failures, detail, notRunHere: null };
  }
}

export const notRunHere = (what: string, why: string): Result => ({
  what,
  passed: 0,
  failures: [],
  detail: '',
  notRunHere: why,
});
