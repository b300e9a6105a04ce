import type { RestoreCalls } from '#contract/calls/restore';
import type { Gives, Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { Clock } from '../ports/clock';
import type { Dialogs } from '../ports/shell/dialogs';
import type { FilePlace, Files } from '../ports/files/files';
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
import { CopiedCodes } from './copied-codes';
import { FolderToKeep } from './folder-to-keep';
import { shownOf } from './shown';
import { takeIn } from './take-in';
import type { AccountShelf } from '../shelves/account-shelf';
import type { Backups } from '../backup/folders/backups';
import type { SecretClipboard } from '../clipboard/secret-clipboard';
import type { Kept } from '../records/backed-up';
import type { Random } from '../ports/random';
import type { ScreenGuard } from '../ports/shell/screen-guard';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
  readonly turns: OneAtATime;
  readonly wording: Wording;
  readonly key: VaultKey;
  readonly putAside: PutAside;
  readonly clipboard: SecretClipboard;
  readonly screenGuard: ScreenGuard;
}

/** What was chosen, and the path of the folder where one was. */
type Asked = readonly [chosen: Chosen, folder: string | null];

/** Restoring in three steps: a file is chosen, opened, and taken from. What was opened stays here, in memory. */
export function restoreCalls(parts: Parts): RestoreCalls {
  const { state, vault, ledgerShelf, sealer, files, dialogs, clock, turns, key, putAside } = parts;
  const { clipboard, screenGuard } = parts;
  let asked: Asked | null = null;
  let opened: Opened | null = null;
  const copied = new CopiedCodes();
  const folderToKeep = new FolderToKeep(parts);
  /** Counts the times that the person left: what was being opened then is dropped. */
  let left = 0;
  /** The file that was opened with Latchkey, as it was taken up last. */
  let takenUp: typeof state.handedFile = null;

  const begin = (next: Asked | null): void => {
    asked = next;
    opened = null;
    copied.forget();
    folderToKeep.forget();
  };
  /** One that came meanwhile, and was not taken up yet, stays offered. */
  const doneWithHanded = (): void => {
    if (state.handedFile === takenUp) state.hand(null);
  };
  const keep = async (
    choosing: Promise<Asked | null>,
    isHanded = false,
  ): Promise<Gives<'chooseRestoreSource'>> => {
    const visit = left;
    const chosen = await choosing;
    if (!chosen) return { source: null };
    const [first, folder] = chosen;
    const isAtHand = first.source.opensWith === 'at-hand';
    const found = isAtHand ? first : await withKeysAtHand(sealer, first, () => key.atHand());
    if (visit === left) begin([found, folder]);
    if (!isHanded) doneWithHanded();
    return { source: found.source };
  };
  const chooseFileAt = async (place: FilePlace | null): Promise<Asked | null> =>
    place && [await chooseFile(sealer, folderShelf(files, place.folder), place.name, clock.now()), null];
  const ask = async (what: Takes<'chooseRestoreSource'>['what']): Promise<Asked | null> => {
    if (what === 'put-aside') {
      if (!putAside.chosen) throw new AppError('nothing-to-restore');
      return [putAside.chosen, null];
    }
    if (what === 'file') return chooseFileAt(await dialogs.chooseSealedFile());
    const { believed, backups } = vault.local;
    const setUp = (believed && backups?.folders.at(-1)?.path) || null;
    if (what === 'set-up' && setUp === null) throw new AppError('nothing-to-restore');
    const folder = what === 'set-up' ? setUp : await dialogs.chooseFolder('restore');
    return folder === null
      ? null
      : [await chooseFolder(sealer, folderShelf(files, folder), clock.now()), folder];
  };
  /** As often as it is asked for, until it is done with: a window whose page was made anew asks again. */
  const takeHanded = async (): Promise<Asked | null> => {
    takenUp = state.handedFile;
    try {
      return await chooseFileAt(takenUp?.place ?? null);
    } catch (error) {
      // What could not be used is not offered again.
      doneWithHanded();
      throw error;
    }
  };
  const chooseDropped = async (dropped: Takes<'offerRestoreFiles'>['files']): Promise<Asked | null> => {
    const [first, ...others] = dropped;
    if (!first) return null;
    const shelf = droppedShelf(dropped);
    const chosen =
      others.length === 0
        ? chooseFile(sealer, shelf, first.name, clock.now())
        : chooseFolder(sealer, shelf, clock.now());
    return [await chosen, null];
  };
  const open = async (secret: string): Promise<Gives<'openRestore'>> => {
    if (!asked) throw new AppError('nothing-to-restore');
    const [chosen, folder] = asked;
    const visit = left;
    const now = clock.now();
    const found = await openChosen(sealer, chosen, secret, now);
    await vault.open();
    if (visit === left) {
      opened = found;
      copied.forget();
      folderToKeep.opened(chosen, folder, secret);
    }
    const here = { madeAt: now, computer: state.computer, accounts: ledgerShelf.kept };
    return previewOf(found, await sealer.compareForeign(found.contents, here));
  };
  /** One entry of what is open. Nothing of a file that was left meanwhile is given out. */
  const look = async (place: number): Promise<Kept> => {
    const file = opened;
    if (!file) throw new AppError('nothing-to-restore');
    const entry = place < file.entries ? await sealer.showForeign(file.contents, place) : null;
    if (opened !== file) throw new AppError('nothing-to-restore');
    if (!entry) throw new AppError('bad-input');
    return entry;
  };
  const take = async (places: readonly number[]): Promise<Gives<'restore'>> => {
    if (!opened) throw new AppError('nothing-to-restore');
    const { contents, entries } = opened;
    if (new Set(places).size < places.length || places.some((place) => place >= entries)) {
      throw new AppError('bad-input');
    }
    if (places.length === 0) return { ledgers: 0, accounts: 0, folder: folderToKeep.told };
    const taken = await takeIn(parts, contents, places, copied).catch((error: unknown) => {
      // All or nothing: what was left out would be missing on the day that it is needed.
      throw error instanceof AppError && error.code === 'vault-full'
        ? new AppError('restore-too-much')
        : error;
    });
    // What was brought back is not offered any more.
    if (putAside.chosen) await putAside.look(null);
    doneWithHanded();
    return { ...taken, folder: folderToKeep.told };
  };

  return {
    chooseRestoreSource: ({ what }) => turns.run('restore', () => keep(ask(what))),
    chooseHandedFile: () => turns.run('restore', () => keep(takeHanded(), true)),
    offerRestoreFiles: ({ files: dropped }) => turns.run('restore', () => keep(chooseDropped(dropped))),
    openRestore: ({ secret }) => turns.run('restore', () => open(secret)),
    async showRestoreCodes({ place }) {
      const entry = await look(place);
      screenGuard.hideFromCaptures(true);
      return shownOf(entry);
    },
    async copyRestoreCode({ place, set, code: index }) {
      const code = (await look(place)).sets[set]?.codes[index]?.code;
      if (code === undefined) throw new AppError('no-such-code');
      copied.note(place, code, clock.now());
      await clipboard.copy(code);
      return {};
    },
    restore: ({ take: places }) => turns.run('restore', () => take(places)),
    async keepBackingUp() {
      await turns.run('backup-folders', () => folderToKeep.keep());
      return {};
    },
    leaveRestore() {
      left += 1;
      // After a lock it is taken up again.
      if (!state.locked) doneWithHanded();
      begin(null);
      return Promise.resolve({});
    },
  };
}
