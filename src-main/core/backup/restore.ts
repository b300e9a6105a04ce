import type { Backend, Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { OneAtATime } from '../one-at-a-time';
import type { Clock, Dialogs, Files, Random } from '../ports';
import type { Sealer } from '../sealing-ports';
import type { State } from '../state';
import type { Vault } from '../vault';
import { compare } from './compare';
import { documentOf } from './document';
import { type Opened, openChosen } from './open-chosen';
import { chooseFile, chooseFolder, type Chosen } from './restore-source';
import { droppedShelf, folderShelf } from './shelf';
import { takeAccounts, takeLedgers } from './take-in';

type RestoreCalls = Pick<
  Backend,
  | 'chooseRestoreSource'
  | 'chooseHandedFile'
  | 'offerRestoreFiles'
  | 'openRestore'
  | 'restore'
  | 'leaveRestore'
>;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
  readonly turns: OneAtATime;
}

/** Restoring in three steps: a file is chosen, opened, and taken from. What was opened stays here, in memory. */
export function restoreCalls(parts: Parts): RestoreCalls {
  const { state, vault, sealer, files, dialogs, clock, turns } = parts;
  let chosen: Chosen | null = null;
  let opened: Opened | null = null;
  /** Counts the times that the person left: what was being opened then is dropped. */
  let left = 0;

  const keep = async (choosing: Promise<Chosen | null>): Promise<Gives<'chooseRestoreSource'>> => {
    const visit = left;
    const found = await choosing;
    if (found && visit === left) {
      chosen = found;
      opened = null;
    }
    return { source: found?.source ?? null };
  };
  const ask = async (what: 'file' | 'folder'): Promise<Chosen | null> => {
    if (what === 'folder') {
      const folder = await dialogs.chooseFolder();
      return folder === null ? null : chooseFolder(sealer, folderShelf(files, folder));
    }
    const place = await dialogs.chooseSealedFile();
    return place && chooseFile(sealer, folderShelf(files, place.folder), place.name);
  };
  /** Once only: what could not be used is not offered again. */
  const takeHanded = async (): Promise<Chosen | null> => {
    const place = state.handedFile;
    state.handedFile = null;
    state.announce();
    return place && chooseFile(sealer, folderShelf(files, place.folder), place.name);
  };
  /** What can be known here. A vault without a key is begun anew before anything is taken: nothing of it counts. */
  const openVault = (): Promise<void> =>
    vault.open().catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'vault-key-missing')) throw error;
    });

  const open = async (secret: string): Promise<Gives<'openRestore'>> => {
    if (!chosen) throw new AppError('nothing-to-restore');
    const visit = left;
    const found = await openChosen(sealer, chosen, secret);
    await openVault();
    if (visit === left) opened = found;
    const { document, file, damaged } = found;
    const ledgers = compare(document, documentOf(state.settings.accounts, vault.ledgers, clock.now()));
    return { madeAt: document.madeAt, file, ledgers, damaged: [...damaged] };
  };

  const take = async (places: readonly number[]): Promise<Gives<'restore'>> => {
    if (!opened) throw new AppError('nothing-to-restore');
    const { accounts } = opened.document;
    if (new Set(places).size < places.length || places.some((place) => place >= accounts.length)) {
      throw new AppError('bad-input');
    }
    if (places.length === 0) return { ledgers: 0, accounts: 0 };
    const taken = await takeLedgers(parts, accounts, places);
    return { ledgers: taken.length, accounts: await takeAccounts(state, taken) };
  };

  return {
    chooseRestoreSource: ({ what }) => turns.run('restore', () => keep(ask(what))),
    chooseHandedFile: () => turns.run('restore', () => keep(takeHanded())),
    offerRestoreFiles: ({ files: dropped }) =>
      turns.run('restore', async () => {
        const [first, ...others] = dropped;
        if (!first) return { source: null };
        const shelf = droppedShelf(dropped);
        return keep(
          others.length === 0 ? chooseFile(sealer, shelf, first.name) : chooseFolder(sealer, shelf),
        );
      }),
    openRestore: ({ secret }) => turns.run('restore', () => open(secret)),
    restore: ({ take: places }) => turns.run('restore', () => take(places)),
    leaveRestore() {
      left += 1;
      chosen = null;
      opened = null;
      return Promise.resolve({});
    },
  };
}
