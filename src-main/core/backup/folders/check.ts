import { AppError } from '#contract/errors';
import type { CheckOutcome } from '#contract/backups';
import type { Clock } from '../../ports/clock';
import { OpenFailure } from '../../ports/sealing/open-failure';
import type { Sealer } from '../../ports/sealing/sealer';
import type { StoredFolder } from '../../state/stored-folders';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import { type BackupFolder, troubleOf, type Trouble } from './folder';
import { type BackupKey, openBackupKey } from '../../keys/sealed-identity';
import type { Backups } from './backups';
import { keyIn } from './first-backup';
import { takeOverKey } from './take-over-key';
import type { BackupDocument } from '../../records/backed-up';
import { parseDocument } from '../content/document';
import { prove } from '../content/prove';

interface Parts {
  readonly ledgerShelf: LedgerShelf;
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** The newest backup that opened, and the newer ones that did not. */
interface Opened {
  readonly file: string;
  readonly document: BackupDocument;
  readonly damaged: string[];
}

const troubles: Partial<Record<string, Trouble>> = {
  'backup-missing': 'missing',
  'backup-key-missing': 'missing',
  'backup-damaged': 'damaged',
  'backup-key-damaged': 'damaged',
  'backup-key-other': 'other-key',
};
/** These say something of the passphrase or the program, and nothing of the folder. */
const noTrouble: ReadonlySet<string> = new Set(['wrong-passphrase', 'file-newer']);
/** What a check that opened the newest has disproved. */
const disproved: ReadonlySet<Trouble | null> = new Set([
  ...(['missing', 'damaged', 'other-key', 'unproven', 'folder-gone'] as const),
]);
/** While it was so, nothing was written. */
const heldUp: ReadonlySet<Trouble | null> = new Set(['other-key', 'unproven']);

/**
 * Opens the newest backup of this computer in a folder, with the passphrase and from the disk, and compares it with what
 * the vault and the settings hold now, by every field (prove). One that does not open is noted, and the next older is tried. Where another computer has changed the
 * passphrase, the key that it opens is taken over, and backups go on.
 *
 * @throws AppError `no-such-folder`; `backup-key-missing`, `backup-key-damaged`, `backup-key-other`; `wrong-passphrase`;
 * `backup-missing`; `backup-damaged` when none opens; `file-newer`; `file-too-costly`; as BackupFolder,
 * takeOverKey and Backups.openVault
 */
export async function checkFolder(parts: Parts, id: string, passphrase: string): Promise<CheckOutcome> {
  const { ledgerShelf, backups, clock } = parts;
  const { folders } = backups;
  const { stored, folder } = folders.find(id);
  await backups.openVault();
  const disk = backups.folder(folder.path);
  const { file, document, damaged } = await openNewest(
    parts,
    disk,
    folder,
    stored.recipient,
    passphrase,
  ).catch((error: unknown) => {
    if (error instanceof AppError && !noTrouble.has(error.code)) {
      folders.found(id, { trouble: troubles[error.code] ?? troubleOf(error) });
    }
    throw error;
  });
  const at = clock.now();
  const ledgers = prove(document, ledgerShelf.kept);
  await folders.note(id, (known) => ({ ...known, checked: { at, file } }));
  if (heldUp.has(folders.trouble(id)) && !folders.isCurrent(folder)) backups.schedule();
  if (damaged.length > 0) folders.found(id, { trouble: 'damaged' });
  else if (disproved.has(folders.trouble(id))) folders.found(id, { trouble: null });
  return {
    outcome: ledgers.every(({ kind }) => kind === 'same') ? 'same' : 'differs',
    file,
    madeAt: document.madeAt ?? at,
    ledgers,
    damaged,
  };
}

async function openNewest(
  parts: Parts,
  disk: BackupFolder,
  folder: StoredFolder,
  recipient: string,
  passphrase: string,
): Promise<Opened> {
  const { sealer } = parts;
  const names = new Set(await disk.names());
  const sealedKey = await keyIn(disk, 'backup-key-damaged');
  if (!sealedKey) throw new AppError('backup-key-missing');
  const key = await openBackupKey(sealer, sealedKey, passphrase);
  if (key.recipient === recipient) await takeOverKey(parts.backups, sealedKey, folder.path);
  const files = folder.files.filter((name) => names.has(name)).reverse();
  if (files.length === 0) throw new AppError('backup-missing');
  // All of them are sealed to this computer's key: with another one, none can open.
  if (key.recipient !== recipient) throw new AppError('backup-key-other');
  const damaged: string[] = [];
  for (const file of files) {
    const document = await openBackup(sealer, disk, file, key);
    if (document) return { file, document, damaged };
    damaged.push(file);
  }
  throw new AppError('backup-damaged');
}

/** Null for one that is no whole backup. @throws AppError `file-newer`; as BackupFolder.names */
async function openBackup(
  sealer: Sealer,
  disk: BackupFolder,
  file: string,
  { identity }: BackupKey,
): Promise<BackupDocument | null> {
  try {
    const sealed = await disk.read(file);
    const read = sealed && parseDocument(await sealer.openWith(identity, sealed));
    if (read?.kind === 'newer') throw new AppError('file-newer');
    return read?.kind === 'good' ? read.value : null;
  } catch (error) {
    // A sector that cannot be read concerns one file; the others may be whole.
    const concernsFile = error instanceof AppError && error.code === 'file-unreadable';
    if (error instanceof OpenFailure || isTooLarge(error) || concernsFile) return null;
    throw error;
  }
}

const isTooLarge = (error: unknown): boolean => error instanceof AppError && error.code === 'file-too-large';
