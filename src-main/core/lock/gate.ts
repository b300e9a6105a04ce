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

type Call = (input: unknown) => Promise<unknown>;

/** Stands before every call: none starts before the settings are read, and few while Latchkey is locked. */
export class Gate {
  readonly #ready: Promise<unknown>;
  readonly #isLocked: () => boolean;
  readonly #running = new Set<Promise<unknown>>();

  /** @param ready when the settings are read and it is known whether Latchkey starts locked */
  constructor(ready: Promise<unknown>, isLocked: () => boolean) {
    this.#ready = ready;
    this.#isLocked = isLocked;
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
      await this.#ready;
      if (whileLocked.has(name)) return call(input);
      if (this.#isLocked()) throw new AppError('locked');
      const run = call(input);
      if (unhurried.has(name)) return run;
      this.#running.add(run);
      return run.finally(() => this.#running.delete(run));
    };
  }
}
