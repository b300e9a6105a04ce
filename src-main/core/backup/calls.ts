import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { Clock, Dialogs, Files, Random, Sealer } from '../ports';
import type { State } from '../state';
import type { Vault } from '../vault';
import type { Backups } from './backups';

type BackupCalls = Pick<
  Backend,
  | 'chooseBackupFolder'
  | 'setUpBackup'
  | 'addBackupFolder'
  | 'removeBackupFolder'
  | 'backUpNow'
  | 'lookAtBackups'
  | 'checkBackup'
  | 'changeBackupPassphrase'
>;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
}

export function backupCalls(_parts: Parts): BackupCalls {
  const no = () => Promise.reject(new AppError('bug'));
  return {
    chooseBackupFolder: no,
    setUpBackup: no,
    addBackupFolder: no,
    removeBackupFolder: no,
    backUpNow: no,
    lookAtBackups: no,
    checkBackup: no,
    changeBackupPassphrase: no,
  };
}
