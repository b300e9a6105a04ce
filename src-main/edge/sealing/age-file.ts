import type { Identity, Recipient, Stanza } from 'age-encryption';
import { limits } from '#contract/limits';
import { OpenFailure } from '../../core/ports/sealing/open-failure';
import { TooLongToSeal } from '../../core/ports/sealing/sealer';

/** No sealed file is longer, neither written nor read: Latchkey's have some kilobytes, and seldom a few megabytes. */
export const maxSealedBytes = limits.sealed;

/** Bytes. The armor of a longer file takes so long to be taken off that nobody may wait for it. */
const mostArmor = 256 * 1024;
/** Bytes of one, among which its first stanza begins. */
const startOfArmor = 4096;

const firstWords = new TextEncoder().encode('age-encryption.org/v1');
const armorLine = '-----BEGIN AGE ENCRYPTED FILE-----';

export type AgeForm = 'binary' | 'armored';

/** Work that could not be done, whatever the file holds. Carries nothing of the file or the key. */
export class NotDone extends Error {}

/**
 * Seals a text to one recipient.
 *
 * @param recipient `age1…`, or something that wraps the file key
 * @param form armor takes a third more: a file that would be too long with it does without, and any age opens it the same
 * @throws Error when it is no recipient; TooLongToSeal when the file would be too long to be opened again
 */
export async function sealAgeFile(
  recipient: string | Recipient,
  text: string,
  form: AgeForm,
): Promise<Uint8Array> {
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new Error('not an age recipient');
  }
  const bytes = new TextEncoder().encode(text);
  const file = await encrypter.encrypt(bytes).finally(() => bytes.fill(0));
  if (file.length > maxSealedBytes) throw new TooLongToSeal();
  const armored = form === 'armored' ? new TextEncoder().encode(armor.encode(file)) : null;
  return armored && armored.length <= maxSealedBytes ? armored : file;
}

/** Whether a text is an age public key that can be sealed to. */
export async function isRecipient(text: string): Promise<boolean> {
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(text);
    return text.startsWith('age1');
  } catch {
    return false;
  }
}

/**
 * What opens a file, as far as its header tells; of a long armored one by its first line, so that what is wrong with the
 * others shows when it is opened.
 *
 * @throws OpenFailure `too-large`, `not-sealed` or `damaged`
 */
export async function lockOf(sealed: Uint8Array): Promise<'passphrase' | 'key'> {
  const file = await quickForm(sealed);
  if (!isBinary(file)) {
    const lock = lockAtStart(file.subarray(0, startOfArmor));
    if (lock === null) throw new OpenFailure('not-sealed');
    return lock;
  }
  // A passphrase stands alone, so its stanza is the first one; what follows the header may look like one.
  const [, stanza = ''] = new TextDecoder('latin1').decode(file.slice(0, 100)).split('\n');
  return stanza.startsWith('-> scrypt ') ? 'passphrase' : 'key';
}

/** The same by the first bytes alone; null for what does not begin like an age file. */
export function lockAtStart(start: Uint8Array): 'passphrase' | 'key' | null {
  const text = new TextDecoder('latin1').decode(start).replace(/^ï»¿/, '').trimStart();
  const [begin = '', line = ''] = text.split(/\r?\n/);
  // The first line of the armor holds 48 bytes, and so the beginning of the first stanza.
  const header = begin.trim() === armorLine ? Buffer.from(line, 'base64').toString('latin1') : text;
  const [version, stanza = ''] = header.split('\n');
  if (version !== 'age-encryption.org/v1') return null;
  return stanza.startsWith('-> scrypt ') ? 'passphrase' : 'key';
}

/**
 * Opens an age file, binary or armored, that holds a text.
 *
 * @param identity `AGE-SECRET-KEY-1…`, or something that unwraps the file key
 * @throws OpenFailure, or NotDone when the identity does
 */
export async function openAgeFile(identity: string | Identity, sealed: Uint8Array): Promise<string> {
  // No text is longer than its file.
  const bytes = new Uint8Array(sealed.length);
  let length = 0;
  try {
    await openPieces(identity, sealed, (piece) => {
      bytes.set(piece, length);
      length += piece.length;
    });
    // A byte order mark is part of the text: what was sealed comes back as it was.
    const text = bytes.subarray(0, length);
    return new TextDecoder(encodingOf(text), { fatal: true, ignoreBOM: true }).decode(text);
  } catch (error) {
    throw error instanceof TypeError ? new OpenFailure('damaged') : error;
  } finally {
    bytes.fill(0);
  }
}

/** Some editors, and the shell of Windows, save in UTF-16 and say so by the first two bytes, which no UTF-8 begins with. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * Opens an age file, whatever it holds, piece by piece: each is wiped when it was taken, and no other copy is made.
 *
 * @param take is handed them in order; must not throw
 * @throws as openAgeFile
 */
export async function openPieces(
  identity: string | Identity,
  sealed: Uint8Array,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const file = await binaryForm(sealed);
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  const noneFitted = new NoneFitted();
  decrypter.addIdentity({ unwrapFileKey: refuseMixed });
  try {
    decrypter.addIdentity(identity);
  } catch {
    // What is no identity fits no file. The library's words quote it, and it may be nearly one.
    throw new OpenFailure('wrong-key');
  }
  decrypter.addIdentity(noneFitted);
  try {
    for await (const piece of await decrypter.decrypt(streamOf(file))) {
      try {
        take(piece);
      } finally {
        piece.fill(0);
      }
    }
  } catch (error) {
    if (error instanceof OpenFailure || error instanceof NotDone) throw error;
    throw new OpenFailure(noneFitted.reached ? 'wrong-key' : 'damaged');
  }
}

/** Given a stream, the library gives one back; given bytes, it would join the pieces and leave them lying about. */
const streamOf = (file: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(file);
      controller.close();
    },
  });

/**
 * The file without armor, or as it is where that would take long: for whoever must not be held up.
 *
 * @throws as binaryForm, for all but the content of a long armor
 */
export async function quickForm(sealed: Uint8Array): Promise<Uint8Array> {
  const isLong = sealed.length > mostArmor && sealed.length <= maxSealedBytes;
  return isLong ? sealed : binaryForm(sealed);
}

/**
 * The file without armor.
 *
 * @throws OpenFailure when it is too large, or does not look like an age file at all
 */
async function binaryForm(sealed: Uint8Array): Promise<Uint8Array> {
  if (sealed.length > maxSealedBytes) throw new OpenFailure('too-large');
  if (isBinary(sealed)) return sealed;
  const text = new TextDecoder().decode(sealed);
  if (!text.trimStart().startsWith(armorLine)) throw new OpenFailure('not-sealed');
  const file = await withoutArmor(text);
  if (file === null || !isBinary(file)) throw new OpenFailure('damaged');
  return file;
}

function isBinary(file: Uint8Array): boolean {
  return firstWords.every((byte, index) => file[index] === byte);
}

async function withoutArmor(text: string): Promise<Uint8Array | null> {
  const { armor } = await import('age-encryption');
  try {
    return armor.decode(text);
  } catch {
    return null;
  }
}

/** Stands last: it is asked only when the header was understood and no key fitted. */
class NoneFitted implements Identity {
  reached = false;

  unwrapFileKey(): null {
    this.reached = true;
    return null;
  }
}

/** Stands first: age forbids a passphrase beside other recipients, and the library checks only for passphrases. */
function refuseMixed(stanzas: Stanza[]): null {
  if (stanzas.length > 1 && stanzas.some(({ args }) => args[0] === 'scrypt')) {
    throw new OpenFailure('damaged');
  }
  return null;
}
