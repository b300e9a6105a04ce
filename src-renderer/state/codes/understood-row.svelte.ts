import type { UnderstoodCode } from '#contract/calls/recovery-codes';

/** A code as a text was understood, and what a person made of it since. */
export class UnderstoodRow {
  readonly understood: UnderstoodCode;
  code = $state('');
  isUsed = $state(false);
  isRemoved = $state(false);

  constructor(understood: UnderstoodCode) {
    this.understood = understood;
    this.code = understood.code;
    this.isUsed = understood.isUsed;
  }

  /** Whether a person changed anything of it. */
  get isTouched(): boolean {
    const { code, isUsed } = this.understood;
    return this.isRemoved || this.code !== code || this.isUsed !== isUsed;
  }
}
