import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { Clock, Dialogs, Files, Paper, Sealer } from '../ports';
import type { State } from '../state';
import type { Vault } from '../vault';

type KitCalls = Pick<Backend, 'saveKit' | 'makeKitSheet' | 'printWindow' | 'saveWindowAsPdf'>;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly paper: Paper;
  readonly clock: Clock;
}

export function kitCalls(_parts: Parts): KitCalls {
  const no = () => Promise.reject(new AppError('bug'));
  return { saveKit: no, makeKitSheet: no, printWindow: no, saveWindowAsPdf: no };
}
