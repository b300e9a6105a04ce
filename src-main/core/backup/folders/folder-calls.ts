import type { FoldersCalls } from '#contract/calls/folders';
import type { Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { OneAtATime } from '../../turns/one-at-a-time';
import type { Clock } from '../../ports/clock';
import type { Dialogs } from '../../ports/dialogs';
import type { Files } from '../../ports/files';
import type { Random } from '../../ports/random';
import type { Sealer } from '../../ports/sealer';
import type { State } from '../../state/state';
import type { Vault } from '../../vault/vault';
import { addFolder } from './add-folder';
import { backupsIn, keyName } from '../content/file-names';
import type { Backups } from './backups';
import { changePassphrase } from './change-passphrase';
import { checkCopy } from './check';
import { lookInside } from '../opening/look-inside';
import { setUp } from './set-up';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
  readonly turns: OneAtATime;
}

/** What can be done with backup folders. Each comes in its turn, and a second click meanwhile is refused. */
export function backupCalls(parts: Parts): FoldersCalls {
  const { state, backups, dialogs, turns } = parts;
  /** What the person chose last, until it is set up. */
  let chosen: string | null = null;

  const once = async (name: string, task: () => Promise<void>): Promise<Record<string, never>> => {
    await turns.run(`backup: ${name}`, () => backups.inTurn(task));
    return {};
  };

  const choose = async (): Promise<Gives<'chooseBackupFolder'>> => {
    const folder = await dialogs.chooseFolder();
    if (folder === null) return { chosen: null };
    const names = await backups.folder(folder).names();
    chosen = folder;
    const isUsed = names.includes(keyName) || backupsIn(names).length > 0;
    return { chosen: { folder, holds: isUsed ? 'backups' : 'nothing' } };
  };

  /**
   * Does it with the chosen folder, forgets the choice when it is done, and tells what else is in the folder.
   *
   * @throws AppError `no-folder-chosen`
   */
  const withChosen = (
    passphrase: string | null,
    task: (folder: string) => Promise<void>,
  ): Promise<Gives<'setUpBackup'>> =>
    turns.run('backup-folders', async () => {
      const folder = chosen;
      if (folder === null) throw new AppError('no-folder-chosen');
      await backups.inTurn(() => task(folder));
      chosen = null;
      return { holds: await lookInside(parts, folder, passphrase) };
    });

  const remove = async (copyId: string): Promise<void> => {
    backups.copies.find(copyId);
    await state.change((settings) => {
      const copies = settings.backups?.copies.filter(({ id }) => id !== copyId) ?? [];
      return {
        ...settings,
        backups: settings.backups && copies.length > 0 ? { ...settings.backups, copies } : null,
      };
    });
  };

  return {
    chooseBackupFolder: () => turns.run('backup-choose', choose),
    setUpBackup: ({ passphrase }) => withChosen(passphrase, (folder) => setUp(parts, folder, passphrase)),
    addBackupFolder: () => withChosen(null, (folder) => addFolder(parts, folder)),
    removeBackupFolder: ({ copyId }) => once('folders', () => remove(copyId)),
    changeBackupPassphrase: ({ passphrase, newPassphrase }) =>
      once('folders', () => changePassphrase(parts, passphrase, newPassphrase)),
    checkBackup: ({ copyId, passphrase }) =>
      turns.run(`backup-check ${copyId}`, () => backups.inTurn(() => checkCopy(parts, copyId, passphrase))),
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
