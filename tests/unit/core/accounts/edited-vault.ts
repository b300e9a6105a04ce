import type { Fakes } from '../../../app/make-app';
import { withOwnMac } from '../../../app/with-own-mac';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';

/** The vault's file with one text in place of another wherever it stands, as if somebody who has its key had put it there. */
export async function editedVault(
  { sealer, vaultFile }: Fakes,
  from: string,
  to: string,
): Promise<MemoryVaultFile> {
  const sealed = vaultFile.sealed ?? new Uint8Array();
  const [, recipient = ''] = /^fake-age (\S+)\n/.exec(Buffer.from(sealed).toString('latin1')) ?? [];
  // The fake sealer's identity is its recipient in capitals.
  const identity = `AGE-SECRET-KEY-1${recipient.slice('age1'.length).toUpperCase()}`;
  const text = await sealer.openWith(identity, sealed);
  if (!text.includes(from)) throw new Error('the vault has no such text');
  return new MemoryVaultFile(
    await sealer.sealTo(
      recipient,
      withOwnMac(
        text.replaceAll(from, () => to),
        identity,
      ),
    ),
  );
}
