import type { RefusalKind, RestoreRefusal } from '#contract/backups';
import { AppError, type ErrorCode } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Opener, Sealer } from '../../ports/sealing/sealer';
import { openBackupKey } from '../../keys/sealed-identity';
import type { Foreign, ForeignFile, Refusal } from '../../ports/sealing/foreign';
import type { Chosen } from './restore-source';

/** What was inside, and what was not taken from. */
export interface Opened extends Omit<Foreign, 'refused'> {
  readonly refused: readonly RestoreRefusal[];
  readonly unopened: number;
}

/**
 * Opens what was chosen: all of it that opens.
 *
 * @param secret its passphrase, or the age identity that it is sealed to; nothing where a key is at hand
 * @param now epoch milliseconds
 * @throws AppError `wrong-passphrase`, `file-wrong-key`, `backup-key-damaged`, `file-too-costly`; when nothing opens, what
 * is wrong with the first: `backup-key-other`, `file-damaged`, `file-not-latchkey`, `file-newer`, `file-unreadable`,
 * `file-too-large`, `file-too-full`
 */
export async function openChosen(
  sealer: Sealer,
  chosen: Chosen,
  secret: string,
  now: number,
): Promise<Opened> {
  const { files, unreadable, tooMany } = await readAll(chosen);
  const [foreign, wrongKey] = await open(sealer, chosen, files, secret, now);
  const why = new Map<string, ErrorCode>([
    ...unreadable,
    ...foreign.refused.map((one) => [one.name, codeOf(one, wrongKey)] as const),
  ]);
  const refused = chosen.files.flatMap(({ name }) => {
    const code = why.get(name);
    return code ? [{ name, code }] : [];
  });
  const [first] = refused;
  if (first && foreign.sources.length === 0) throw new AppError(first.code);
  return {
    ...foreign,
    refused: [
      ...refused.map(({ name, code }) => ({ file: name, why: kinds[code] ?? 'damaged' })),
      ...chosen.away.map((file) => ({ file, why: 'away' as const })),
    ],
    unopened: chosen.unopened + tooMany,
  };
}

/** How a file is told that stands beside others. */
const kinds: Partial<Record<ErrorCode, RefusalKind>> = {
  'backup-key-other': 'other-key',
  'file-wrong-key': 'other-key',
  'wrong-passphrase': 'other-key',
  'file-newer': 'newer',
  'file-not-latchkey': 'not-latchkey',
  'file-too-large': 'too-large',
  'file-too-full': 'too-full',
};

const codes: Record<Exclude<Refusal['why'], 'wrong-key'>, ErrorCode> = {
  damaged: 'file-damaged',
  'not-sealed': 'file-not-sealed',
  'too-large': 'file-too-large',
  'too-costly': 'file-too-costly',
  newer: 'file-newer',
  'not-latchkey': 'file-not-latchkey',
  'too-full': 'file-too-full',
};

const codeOf = ({ why }: Refusal, wrongKey: ErrorCode): ErrorCode =>
  why === 'wrong-key' ? wrongKey : codes[why];

/** One that cannot be read concerns no other. */
async function readAll({ files }: Chosen): Promise<{
  readonly files: ForeignFile[];
  readonly unreadable: (readonly [string, ErrorCode])[];
  readonly tooMany: number;
}> {
  const read: ForeignFile[] = [];
  const unreadable: (readonly [string, ErrorCode])[] = [];
  let bytes = 0;
  let tooMany = 0;
  for (const { name, read: readFile } of files) {
    if (bytes >= limits.restoreBytes) {
      tooMany += 1;
      continue;
    }
    try {
      const sealed = await readFile();
      if (!sealed) throw new AppError('file-unreadable');
      bytes += sealed.length;
      read.push({ name, sealed });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable.push([name, error.code]);
    }
  }
  return { files: read, unreadable, tooMany };
}

/** What came of it, and what it means that a file is sealed to another key. */
async function open(
  sealer: Sealer,
  { source, sealedKeys, identities: atHand }: Chosen,
  files: readonly ForeignFile[],
  secret: string,
  now: number,
): Promise<readonly [Foreign, ErrorCode]> {
  const read = (opener: Opener): Promise<Foreign> => sealer.readForeign(files, opener, now);
  if (source.opensWith === 'at-hand') {
    return [await read({ by: 'identities', identities: atHand }), 'file-wrong-key'];
  }
  if (source.opensWith === 'passphrase' && sealedKeys.length === 0) {
    return [await read({ by: 'passphrase', passphrase: secret }), 'wrong-passphrase'];
  }
  if (sealedKeys.length > 0 && !isIdentity(secret)) {
    return [await openByKeys(sealer, sealedKeys, atHand, secret, read), 'backup-key-other'];
  }
  const identity = secret.trim();
  // What is no identity fits no file, and its text must not travel on in an error.
  await sealer.recipientOf(identity).catch(() => {
    throw new AppError('file-wrong-key');
  });
  return [await read({ by: 'identities', identities: [identity] }), 'file-wrong-key'];
}

/** A second key is tried only where the first leaves a file shut: each try takes a second. */
async function openByKeys(
  sealer: Sealer,
  sealedKeys: readonly Uint8Array[],
  atHand: readonly string[],
  passphrase: string,
  read: (opener: Opener) => Promise<Foreign>,
): Promise<Foreign> {
  const identities = [...atHand];
  const failures: AppError[] = [];
  let foreign: Foreign | null = null;
  for (const sealedKey of sealedKeys) {
    try {
      const { identity } = await openBackupKey(sealer, sealedKey, passphrase);
      if (identities.includes(identity)) continue;
      identities.push(identity);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push(error);
      continue;
    }
    foreign = await read({ by: 'identities', identities });
    if (!foreign.refused.some(({ why }) => why === 'wrong-key')) break;
  }
  if (foreign) return foreign;
  // A passphrase that does not fit says more than a key that is damaged.
  throw (
    failures.find(({ code }) => code === 'wrong-passphrase') ??
    failures[0] ??
    new AppError('backup-key-damaged')
  );
}

/** Whether a secret is an age identity, and no passphrase. */
export const isIdentity = (secret: string): boolean => secret.trim().startsWith('AGE-SECRET-KEY-1');
