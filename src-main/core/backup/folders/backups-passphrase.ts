import { AppError } from '#contract/errors';
import type { Sealer } from '../../ports/sealing/sealer';
import { keyBytes, openBackupKey } from '../../keys/sealed-identity';
import type { Backups } from './backups';

/**
 * Checks that a passphrase is that of the backups, for something else to be sealed by it, too.
 *
 * @throws AppError `no-such-folder` when no backup is set up; `not-backups-passphrase`; `backup-key-damaged`
 */
export async function checkBackupsPassphrase(
  { backups, sealer }: { readonly backups: Backups; readonly sealer: Sealer },
  passphrase: string,
): Promise<void> {
  const { stored } = backups.folders;
  if (!stored) throw new AppError('no-such-folder');
  await openBackupKey(sealer, keyBytes(stored.key), passphrase).catch((error: unknown) => {
    const isOther = error instanceof AppError && error.code === 'wrong-passphrase';
    throw isOther ? new AppError('not-backups-passphrase') : error;
  });
}
