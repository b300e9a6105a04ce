import type { Backend, CallName } from '#contract/contract';
import { AppError } from '#contract/errors';

/** What a locked Latchkey answers; everything else waits for the unlocking. */
const whileLocked: ReadonlySet<string> = new Set<CallName>([
  'readSnapshot',
  'lock',
  'unlock',
  'startOver',
  'expectPassphrase',
  'codesHidden',
  'leaveRestore',
  'closeQuickVerify',
  'showLatchkey',
  'openLink',
]);

/** Calls that may take as long as a person in a dialog, or a download, and touch no vault meanwhile: no lock waits for them. */
const unhurried: ReadonlySet<string> = new Set<CallName>([
  'chooseBackupFolder',
  'chooseRestoreSource',
  'saveKit',
  'printWindow',
  'saveWindowAsPdf',
  'lookForUpdate',
  'fetchUpdate',
  'installUpdate',
]);

interface Parts {
  /** The settings are read. */
  readonly loaded: Promise<unknown>;
  /** It is known whether the vault opens without a person. */
  readonly opened: Promise<unknown>;
  readonly isLocked: () => boolean;
}

type Call = (input: unknown) => Promise<unknown>;

/** Stands before every call: none starts before the vault was asked to open, but few, and those alone while Latchkey is locked. */
export class Gate {
  readonly #parts: Parts;
  #isOpened = false;
  readonly #running = new Set<Promise<unknown>>();

  constructor(parts: Parts) {
    this.#parts = parts;
    void parts.opened.then(() => (this.#isOpened = true));
  }

  /** The same calls behind the gate. A refused one rejects with AppError `locked`. */
  guard(backend: Backend): Backend {
    const entries = Object.entries(backend) as [string, Call][];
    return Object.fromEntries(
      entries.map(([name, call]) => [name, this.#guarded(name, call)]),
    ) as unknown as Backend;
  }

  /** Resolves when what was let through has ended, so that nothing is cut off half-way. Never rejects. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#running]);
  }

  #guarded(name: string, call: Call): Call {
    return async (input) => {
      const { loaded, opened, isLocked } = this.#parts;
      await loaded;
      if (whileLocked.has(name)) return call(input);
      // Else a lock that was asked for later would come first.
      if (!this.#isOpened) await opened;
      if (isLocked()) throw new AppError('locked');
      const run = call(input);
      if (unhurried.has(name)) return run;
      this.#running.add(run);
      return run.finally(() => this.#running.delete(run));
    };
  }
}
