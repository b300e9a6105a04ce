import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { withOwnMac } from '../../app/with-own-mac';

/** What of a vault these tests look at or change. */
export interface VaultText {
  readonly store: {
    readonly facts: Readonly<
      Record<
        string,
        { readonly of: string; readonly body: { readonly kind: string; readonly codes?: readonly string[] } }
      >
    >;
  };
  readonly local: {
    readonly lockAfter: number;
    readonly checkReminderFor: number | null;
    readonly backups: { readonly since: number; readonly folders: readonly object[] } | null;
  };
}

const fileIn = (profile: string): string => path.join(profile, 'vault.age');

/** Opens a vault in this process, for whoever looks many times a second. */
export async function readVault(profile: string, identity: string): Promise<VaultText> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const text = await decrypter.decrypt(await readFile(fileIn(profile)), 'text');
  return JSON.parse(text) as VaultText;
}

/** Writes another vault in its place, as nobody without its key can read it. */
export async function rewriteVault(
  profile: string,
  identity: string,
  how: (vault: VaultText) => VaultText,
): Promise<void> {
  await sealVault(profile, identity, how(await readVault(profile, identity)));
}

/** Writes a vault of whatever schema, as whoever has its key. */
export async function sealVault(profile: string, identity: string, vault: object): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  await writeFile(fileIn(profile), await encrypter.encrypt(withOwnMac(JSON.stringify(vault), identity)));
}

/** How many facts of a kind there are. */
export const countOf = ({ store }: VaultText, kind: string): number =>
  Object.values(store.facts).filter(({ body }) => body.kind === kind).length;
