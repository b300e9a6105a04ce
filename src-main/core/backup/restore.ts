import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { Clock, Dialogs, Files, Random, Sealer } from '../ports';
import type { State } from '../state';
import type { Vault } from '../vault';

type RestoreCalls = Pick<
  Backend,
  'chooseRestoreSource' | 'offerRestoreFiles' | 'openRestore' | 'restore' | 'leaveRestore'
>;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
}

export function restoreCalls(_parts: Parts): RestoreCalls {
  const no = () => Promise.reject(new AppError('bug'));
  return { chooseRestoreSource: no, offerRestoreFiles: no, openRestore: no, restore: no, leaveRestore: no };
}
