import type { FoldersCalls } from '#contract/calls/folders';
import type { Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { OneAtATime } from '../../turns/one-at-a-time';
import type { Clock } from '../../ports/clock';
import type { Dialogs } from '../../ports/shell/dialogs';
import type { Files } from '../../ports/files/files';
import type { Random } from '../../ports/random';
import type { Sealer } from '../../ports/sealing/sealer';
import type { State } from '../../state/state';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import { addFolder } from './add-folder';
import { backupsIn, keyName } from '../content/file-names';
import type { Backups } from './backups';
import { changePassphrase } from './change-passphrase';
import { checkFolder } from './check';
import type { PassphraseThrottle } from '../../keys/passphrase-throttle';
import type { SealedKey } from '../../keys/sealed-key';
import { lookInside } from '../opening/look-inside';
import { setUp } from './set-up';
import type { Vault } from '../../vault/vault';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly backups: Backups;
  readonly sealedKey: SealedKey;
  readonly throttle: PassphraseThrottle;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
  readonly turns: OneAtATime;
}

/** What can be done with backup folders. Each comes in its turn, and a second click meanwhile is refused. */
export function backupCalls(parts: Parts): FoldersCalls {
  const { backups, sealedKey, throttle, dialogs, turns } = parts;
  /** What the person chose last, until it is set up. */
  let chosen: string | null = null;

  const once = async (name: string, task: () => Promise<void>): Promise<Record<string, never>> => {
    await turns.run(`backup: ${name}`, () => backups.inTurn(task));
    return {};
  };

  const choose = async (): Promise<Gives<'chooseBackupFolder'>> => {
    const path = await dialogs.chooseFolder('backups');
    if (path === null) return { chosen: null };
    const names = await backups.folder(path).names();
    chosen = path;
    const isUsed = names.includes(keyName) || backupsIn(names).length > 0;
    return { chosen: { path, holds: isUsed ? 'backups' : 'nothing' } };
  };

  /**
   * Does it with the chosen folder, forgets the choice when it is done, and tells what else is in the folder.
   *
   * @throws AppError `no-folder-chosen`
   */
  const withChosen = (
    passphrase: string | null,
    task: (path: string) => Promise<void>,
  ): Promise<Gives<'setUpBackup'>> =>
    turns.run('backup-folders', async () => {
      const path = chosen;
      if (path === null) throw new AppError('no-folder-chosen');
      await backups.inTurn(() => task(path));
      chosen = null;
      return { holds: await lookInside(parts, path, passphrase) };
    });

  return {
    chooseBackupFolder: () => turns.run('backup-choose', choose),
    setUpBackup: ({ passphrase, sameAs }) =>
      withChosen(passphrase, async (path) => {
        if (sameAs) await throttle.guard(() => sealedKey.check(passphrase));
        await setUp(parts, path, passphrase);
      }),
    addBackupFolder: () => withChosen(null, (path) => addFolder(parts, path)),
    removeBackupFolder: ({ folderId }) => once('folders', () => backups.folders.remove(folderId)),
    changeBackupPassphrase: ({ passphrase, newPassphrase }) =>
      once('folders', () => changePassphrase(parts, passphrase, newPassphrase)),
    checkBackup: ({ folderId, passphrase }) =>
      turns.run(`backup-check ${folderId}`, () =>
        backups.inTurn(() => checkFolder(parts, folderId, passphrase)),
      ),
    async backUpNow() {
      await turns.run('backup-write', () => backups.write());
      return {};
    },
    async lookAtBackups() {
      await backups.look();
      return {};
    },
  };
}
