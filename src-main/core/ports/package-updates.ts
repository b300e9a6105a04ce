import type { UpdateWay } from '#contract/updates';

/**
 * Why there is no newer version: the server was not reached, or gave nothing that can be used (`unreachable`); what it
 * gave is not signed by the key that this package came with, or is not what was signed (`not-genuine`), is older than
 * what it gave before (`outdated`), or was signed too long ago (`expired`); this computer's clock stands where none of
 * it can be judged (`clock-wrong`); or it was not installed.
 */
export type UpdateFailureKind =
  'unreachable' | 'not-genuine' | 'outdated' | 'expired' | 'clock-wrong' | 'not-installed';

/** Carries no URL, path or text of the server. */
export class UpdateFailure extends Error {
  readonly kind: UpdateFailureKind;

  constructor(kind: UpdateFailureKind) {
    super(kind);
    this.name = 'UpdateFailure';
    this.kind = kind;
  }
}

/** Newer versions of this very package. Everything rejects with UpdateFailure alone. */
export interface PackageUpdates {
  readonly way: UpdateWay;
  /** The version that the server has, when it is newer than this one; else null. */
  look(): Promise<string | null>;
  /** Fetches what `look` found, and proves it. Tells how much of it is here, 0 to 100. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** Installs what was fetched, and starts it in place of this one. */
  install(): Promise<void>;
}
