import { AppError } from '#contract/errors';
import type { Clock } from '../../ports/clock';
import type { Sealer } from '../../ports/sealing/sealer';
import { type BackupKey, keyBytes, keyText, openBackupKey, sealBackupKey } from '../../keys/sealed-identity';
import type { Backups } from './backups';
import { readPassphrase } from '../../keys/passphrase';
import { spreadKey } from './take-over-key';

interface Parts {
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * Seals the backup key by another passphrase. The key itself stays, so that all backups stay readable. A folder that is
 * away gets the new one with its next backup.
 *
 * @throws AppError `no-such-folder` when none is set up; `passphrase-too-short`; `wrong-passphrase`; `backup-key-other` when
 * the key is another one than backups are sealed to; `backup-not-written` when what was sealed does not open; as Vault.change, with nothing changed
 */
export async function changePassphrase(parts: Parts, passphrase: string, wanted: string): Promise<void> {
  const { backups, sealer, clock } = parts;
  const { stored } = backups.folders;
  if (!stored) throw new AppError('no-such-folder');
  const chosen = readPassphrase(wanted);
  const key = await openBackupKey(sealer, keyBytes(stored.key), passphrase);
  if (key.recipient !== stored.recipient) throw new AppError('backup-key-other');
  const sealedKey = await sealBackupKey(sealer, key, chosen, clock.now()).catch(() => {
    throw new AppError('backup-not-written');
  });
  if (!(await opens(sealer, sealedKey, chosen, key))) throw new AppError('backup-not-written');
  // The vault comes first: with the new key there, a folder is known to hold ours whichever of the two lies in it.
  await backups.folders.change((known) => known && { ...known, key: keyText(sealedKey), isProven: true });
  await spreadKey(backups);
}

async function opens(
  sealer: Sealer,
  sealedKey: Uint8Array,
  passphrase: string,
  { recipient }: BackupKey,
): Promise<boolean> {
  const opened = await openBackupKey(sealer, sealedKey, passphrase).catch(() => null);
  return opened?.recipient === recipient;
}
