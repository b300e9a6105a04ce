import type { RestoreCalls } from '#contract/calls/restore';
import type { Gives, Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { Clock } from '../ports/clock';
import type { Dialogs } from '../ports/shell/dialogs';
import type { Files } from '../ports/files/files';
import type { Sealer } from '../ports/sealing/sealer';
import type { Wording } from '../ports/wording';
import type { State } from '../state/state';
import type { LedgerShelf } from '../recovery-codes/ledger-shelf';
import type { Vault } from '../vault/vault';
import type { VaultKey } from '../keys/vault-key';
import { type Opened, openChosen } from '../backup/opening/open-chosen';
import type { PutAside } from './put-aside';
import { previewOf } from './preview';
import { withKeysAtHand } from '../backup/opening/at-hand';
import { chooseFile, chooseFolder, type Chosen } from '../backup/opening/restore-source';
import { droppedShelf, folderShelf } from '../backup/opening/shelf';
import { takeAccounts, takeLedgers } from './take-in';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly turns: OneAtATime;
  readonly wording: Wording;
  readonly key: VaultKey;
  readonly putAside: PutAside;
}

/** Restoring in three steps: a file is chosen, opened, and taken from. What was opened stays here, in memory. */
export function restoreCalls(parts: Parts): RestoreCalls {
  const { state, vault, ledgerShelf, sealer, files, dialogs, clock, turns, key, putAside } = parts;
  let chosen: Chosen | null = null;
  let opened: Opened | null = null;
  /** Counts the times that the person left: what was being opened then is dropped. */
  let left = 0;

  const keep = async (choosing: Promise<Chosen | null>): Promise<Gives<'chooseRestoreSource'>> => {
    const visit = left;
    const asked = await choosing;
    const isAtHand = asked?.source.opensWith === 'at-hand';
    const found = isAtHand ? asked : asked && (await withKeysAtHand(sealer, asked, () => key.atHand()));
    if (found && visit === left) {
      chosen = found;
      opened = null;
    }
    return { source: found?.source ?? null };
  };
  const ask = async (what: Takes<'chooseRestoreSource'>['what']): Promise<Chosen | null> => {
    if (what === 'put-aside') {
      if (!putAside.chosen) throw new AppError('nothing-to-restore');
      return putAside.chosen;
    }
    if (what !== 'file') {
      const { believed, backups } = vault.local;
      const setUp = (believed && backups?.folders.at(-1)?.path) || null;
      if (what === 'set-up' && setUp === null) throw new AppError('nothing-to-restore');
      const folder = what === 'set-up' ? setUp : await dialogs.chooseFolder('restore');
      return folder === null ? null : chooseFolder(sealer, folderShelf(files, folder), clock.now());
    }
    const place = await dialogs.chooseSealedFile();
    return place && chooseFile(sealer, folderShelf(files, place.folder), place.name, clock.now());
  };
  /** Once only: what could not be used is not offered again. */
  const takeHanded = async (): Promise<Chosen | null> => {
    const place = state.handedFile;
    state.handedFile = null;
    state.announce();
    return place && chooseFile(sealer, folderShelf(files, place.folder), place.name, clock.now());
  };
  const open = async (secret: string): Promise<Gives<'openRestore'>> => {
    if (!chosen) throw new AppError('nothing-to-restore');
    const visit = left;
    const now = clock.now();
    const found = await openChosen(sealer, chosen, secret, now);
    await vault.open();
    if (visit === left) opened = found;
    const here = { madeAt: now, computer: state.computer, accounts: ledgerShelf.kept };
    return previewOf(found, await sealer.compareForeign(found.contents, here));
  };

  const take = async (places: readonly number[]): Promise<Gives<'restore'>> => {
    if (!opened) throw new AppError('nothing-to-restore');
    const { contents, entries } = opened;
    if (new Set(places).size < places.length || places.some((place) => place >= entries)) {
      throw new AppError('bad-input');
    }
    if (places.length === 0) return { ledgers: 0, accounts: 0 };
    const taken = await takeLedgers(parts, contents, places).catch((error: unknown) => {
      // All or nothing: what was left out would be missing on the day that it is needed.
      throw error instanceof AppError && error.code === 'vault-full'
        ? new AppError('restore-too-much')
        : error;
    });
    const accounts = await takeAccounts(parts, taken);
    // What was brought back is not offered any more.
    if (putAside.chosen) await putAside.look(null);
    return { ledgers: taken.length, accounts };
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
          others.length === 0
            ? chooseFile(sealer, shelf, first.name, clock.now())
            : chooseFolder(sealer, shelf, clock.now()),
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
