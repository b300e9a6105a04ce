import { AppError, type ErrorCode } from '#contract/errors';
import type { Sealer } from '../sealing-ports';
import { readServiceUrl } from '../service-url';
import { openBackupKey } from './backup-key';
import { type BackupDocument, parseDocument } from './document';
import { type Chosen, openError } from './restore-source';

/** What was inside, and which file it was. */
export interface Opened {
  readonly document: BackupDocument;
  readonly file: string;
  /** Newer files that did not open. */
  readonly damaged: readonly string[];
}

type Open = (sealed: Uint8Array) => Promise<string>;

/** An older backup can be taken instead. */
const passedOver: ReadonlySet<ErrorCode> = new Set([
  'file-unreadable',
  'file-too-large',
  'file-not-sealed',
  'file-damaged',
  'file-not-latchkey',
  'file-wrong-key',
  'backup-key-other',
]);

/**
 * Opens what was chosen: the newest file of it that opens.
 *
 * @param secret its passphrase, or the age identity that it is sealed to
 * @throws AppError `wrong-passphrase`, `file-wrong-key`, `backup-key-damaged`, `file-newer`; when none opens, what is
 * wrong with the newest: `backup-key-other`, `file-damaged`, `file-not-latchkey`, `file-unreadable`, `file-too-*`
 */
export async function openChosen(sealer: Sealer, chosen: Chosen, secret: string): Promise<Opened> {
  const open = await opener(sealer, chosen, secret);
  const damaged: string[] = [];
  let newest: unknown;
  for (const { name, read } of chosen.files) {
    try {
      const sealed = await read();
      if (!sealed) throw new AppError('file-unreadable');
      return { document: readText(await open(sealed)), file: name, damaged };
    } catch (error) {
      if (!(error instanceof AppError && passedOver.has(error.code))) throw error;
      newest ??= error;
      damaged.push(name);
    }
  }
  throw newest;
}

async function opener(sealer: Sealer, { source, sealedKey }: Chosen, secret: string): Promise<Open> {
  const failing =
    (open: Open, wrongKey: ErrorCode): Open =>
    (sealed) =>
      open(sealed).catch((error: unknown) => {
        const known = openError(error);
        throw known instanceof AppError && known.code === 'file-wrong-key' ? new AppError(wrongKey) : known;
      });
  if (source.opensWith === 'passphrase' && sealedKey === null) {
    return failing((sealed) => sealer.openWithPassphrase(secret, sealed), 'wrong-passphrase');
  }
  if (sealedKey !== null && !isIdentity(secret)) {
    const { identity } = await openBackupKey(sealer, sealedKey, secret);
    return failing((sealed) => sealer.openWith(identity, sealed), 'backup-key-other');
  }
  const identity = secret.trim();
  // What is no identity fits no file, and its text must not travel on in an error.
  await sealer.recipientOf(identity).catch(() => {
    throw new AppError('file-wrong-key');
  });
  return failing((sealed) => sealer.openWith(identity, sealed), 'file-wrong-key');
}

const isIdentity = (secret: string): boolean => secret.trim().startsWith('AGE-SECRET-KEY-1');

/** @throws AppError `file-newer`, `file-not-latchkey` */
function readText(text: string): BackupDocument {
  const read = parseDocument(text);
  if (read.kind === 'newer') throw new AppError('file-newer');
  if (read.kind !== 'good') throw new AppError('file-not-latchkey');
  // A person may have written a slash at the end, or capitals.
  const accounts = read.value.accounts.map((one) => ({
    ...one,
    serviceUrl: one.serviceUrl === null ? null : readServiceUrl(one.serviceUrl),
  }));
  return { ...read.value, accounts };
}
