import type { SealedForm } from '../../src-main/core/ports/sealing/sealer';
import { parseDocument, writeDocument } from '../../src-main/core/backup/content/document';
import { undescribed } from '../../src-main/core/records/backed-up';
import type { Ledger } from '../../src-main/core/records/ledger-record';
import { takeOver } from '../../src-main/core/vault/take-over';
import { parseContents, type VaultContents, writeContents } from '../../src-main/core/vault/vault-contents';
import { quickSealer } from './quick-sealer';

/** A kind of sealed file, two of them, and how Latchkey opens it. */
export interface Subject {
  readonly name: string;
  readonly lock: 'key' | 'passphrase';
  readonly texts: readonly [string, string];
  readonly files: readonly [Uint8Array, Uint8Array];
  readonly open: (file: Uint8Array) => Promise<string>;
  /** Whether the text that came out is understood. */
  readonly isUnderstood: (text: string) => boolean;
}

/** One list, whose label is given, and 20 codes. */
const ledgerNamed = (label: string): Ledger => ({
  id: '0b6ff2c1-5f5e-4b0e-9d53-6a2a1b7f7a10',
  label,
  sets: [
    {
      name: 'K7-4QD',
      fetchedAt: 1_795_470_000_000,
      replacedAt: null,
      codes: Array.from({ length: 20 }, (_, index) => ({
        code: `w6c6f-${(10_000 + index).toString()}`,
        state: 'unused',
        at: null,
        note: '',
      })),
    },
  ],
});

/** A vault with it. */
export const contentsNamed = (label: string): VaultContents =>
  takeOver([ledgerNamed(label)], null, true, '0011223344556677');

/** The same as the text of a backup. */
export const documentNamed = (label: string): string =>
  writeDocument({
    madeAt: 1_795_470_000_000,
    computer: null,
    accounts: [{ ...undescribed, ...ledgerNamed(label), serviceUrl: null, tokenPrefix: '' }],
  });

const passphrase = 'lantern Åse pebble orbit';
const isDocument = (text: string): boolean => parseDocument(text).kind === 'good';
const names = ['one', 'the other'] as const;

/** Everything that Latchkey seals: the vault, a backup, the backups' key, a kit. */
export async function allSubjects(): Promise<Subject[]> {
  const identities = [await quickSealer.newIdentity(), await quickSealer.newIdentity()] as const;
  const [vaultKey, backupKey] = identities;
  const vaults = names.map((name) => writeContents(contentsNamed(name), vaultKey));
  const documents = names.map(documentNamed);
  return [
    await byKey('vault', vaultKey, vaults, (text) => parseContents(text, vaultKey).kind === 'good'),
    await byKey('backup', backupKey, documents, isDocument),
    await byPassphrase(
      'key',
      'armored',
      identities.map((identity) => `${identity}\n`),
      (text) => text.startsWith('AGE-SECRET-KEY-1'),
    ),
    await byPassphrase('kit', 'armored', documents, isDocument),
    await byPassphrase('binary kit', 'binary', documents, isDocument),
  ];
}

type Seal = (text: string) => Promise<Uint8Array>;

async function both(texts: readonly string[], seal: Seal): Promise<Pick<Subject, 'texts' | 'files'>> {
  const [one = '', other = ''] = texts;
  return { texts: [one, other], files: [await seal(one), await seal(other)] };
}

async function byKey(
  name: string,
  identity: string,
  texts: readonly string[],
  isUnderstood: Subject['isUnderstood'],
): Promise<Subject> {
  const recipient = await quickSealer.recipientOf(identity);
  const sealed = await both(texts, (text) => quickSealer.sealTo(recipient, text));
  return { name, lock: 'key', ...sealed, open: (file) => quickSealer.openWith(identity, file), isUnderstood };
}

async function byPassphrase(
  name: string,
  form: SealedForm,
  texts: readonly string[],
  isUnderstood: Subject['isUnderstood'],
): Promise<Subject> {
  const sealed = await both(texts, (text) => quickSealer.sealWithPassphrase(passphrase, text, form));
  const open = (file: Uint8Array) => quickSealer.openWithPassphrase(passphrase, file);
  return { name, lock: 'passphrase', ...sealed, open, isUnderstood };
}
