import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A secret that was found where none may be. It does not tell the secret, for it ends in a report. */
export interface FoundSecret {
  readonly file: string;
  /** Bytes from the file's beginning; null where its name holds the secret. */
  readonly offset: number | null;
  readonly form: string;
  /** The secret's place in the list that was looked for. */
  readonly secret: number;
}

/**
 * Fails when any file below the folders holds a secret, or has one in its name: in UTF-8 or UTF-16, in hexadecimal, or
 * in base64 wherever it begins there.
 *
 * @param folders must be there, and hold files: nothing found in nothing proves nothing
 * @param secrets of at least four characters, for shorter ones are found by chance
 */
export async function noSecretIn(folders: readonly string[], secrets: readonly string[]): Promise<void> {
  const found = await secretsIn(folders, secrets);
  if (found.length === 0) return;
  const lines = found.map(({ file, offset, form, secret }) => {
    return `${file}: secret ${secret} in ${form} ${offset === null ? 'in its name' : `at ${offset}`}`;
  });
  throw new Error(`Secrets lie in the open:\n${lines.join('\n')}`);
}

/** As noSecretIn, and gives what was found. */
export async function secretsIn(
  folders: readonly string[],
  secrets: readonly string[],
): Promise<FoundSecret[]> {
  const looks = secrets.map(formsOf);
  const found: FoundSecret[] = [];
  for (const folder of folders) {
    const files = await filesBelow(folder);
    if (files.length === 0) throw new Error(`${folder} holds no file to look into`);
    for (const file of files) {
      const name = Buffer.from(path.relative(folder, file));
      // What a running program removes meanwhile holds nothing.
      const content = await readFile(file).catch(unlessMissing);
      for (const [secret, forms] of looks.entries()) {
        for (const [form, bytes] of forms) {
          const at = content?.indexOf(bytes) ?? -1;
          if (name.includes(bytes)) found.push({ file: folder, offset: null, form, secret });
          else if (at >= 0) found.push({ file, offset: at, form, secret });
        }
      }
    }
  }
  return found;
}

function formsOf(secret: string): [string, Buffer][] {
  if (secret.length < 4) throw new Error('too short to be looked for');
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((shift) => base64After(bytes, shift));
  const texts: [string, string][] = [
    ['hexadecimal', hex],
    ['hexadecimal', hex.toUpperCase()],
    ...base64.map((text): [string, string] => ['base64', text]),
    ...base64.map((text): [string, string] => ['base64', text.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
  return [
    ['UTF-8', bytes],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ...[...new Map(texts.map(([form, text]) => [text, form]))].map(([text, form]): [string, Buffer] => [
      form,
      Buffer.from(text),
    ]),
  ];
}

/** The letters that base64 has for some bytes whatever stands around them, when `shift` bytes of three stand before. */
function base64After(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const wholeBits = (shift + bytes.length) * 8;
  return text.slice(Math.ceil((shift * 8) / 6), Math.floor(wholeBits / 6));
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!(await lstat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function unlessMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
