import type { StoredFolder } from '../../../../src-main/core/state/stored-folders';
import {
  isFirst,
  parseContents,
  type VaultContents,
  writeContents,
} from '../../../../src-main/core/vault/vault-contents';
import type { Fakes } from '../../../app/make-app';
import { identityEntryOf } from './vault-world';

const keyOf = (fakes: Fakes): string => fakes.secrets.entries.get(identityEntryOf(fakes)) ?? '';

/** The text of the vault as it lies on the disk, opened with the key in the keychain. */
export const vaultTextOf = (fakes: Fakes): Promise<string> =>
  fakes.sealer.openWith(keyOf(fakes), fakes.vaultFile.sealed ?? new Uint8Array());

/** What the vault on the disk holds. Throws when it is none of this version. */
export async function openedVault(fakes: Fakes): Promise<VaultContents> {
  const read = parseContents(await vaultTextOf(fakes), keyOf(fakes));
  if (read.kind !== 'good' || isFirst(read.value)) throw new Error('no vault of this version');
  return read.value;
}

/** Changes the vault on the disk, as if Latchkey had written it like that. */
async function changeVault(fakes: Fakes, how: (contents: VaultContents) => VaultContents): Promise<void> {
  const text = writeContents(how(await openedVault(fakes)), keyOf(fakes));
  fakes.vaultFile.sealed = await fakes.sealer.sealTo(await fakes.sealer.recipientOf(keyOf(fakes)), text);
}

/** Changes what the vault on the disk knows of the backup folders. */
export const changeFolders = (fakes: Fakes, how: (folder: StoredFolder) => StoredFolder): Promise<void> =>
  changeVault(fakes, ({ store, local }) => ({
    store,
    local: {
      ...local,
      backups: local.backups && { ...local.backups, folders: local.backups.folders.map(how) },
    },
  }));
