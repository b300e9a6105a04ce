import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startInTerminal } from '../../scripts/desktop/terminal.mjs';
import { inTemporaryFolder } from './temporary';

// The `age` command of the system, an outside witness that our files are what we say they are. On Linux alone:
// elsewhere there is no age to be counted on, and script(1) takes other arguments.

/**
 * What a passphrase opens, as `age -d` types it out.
 *
 * @param passphrase byte for byte as it is typed; null when it does not open
 */
export const openWithPassphrase = (file: string, passphrase: string): Promise<string | null> =>
  opened([file], [passphrase]);

/**
 * What a person without Latchkey gets from a backup folder: `age -d -i latchkey-key.age <backup>`, with the passphrase
 * typed for the key. Null when it does not open.
 *
 * @param backup the name of a file in the folder
 */
export const openWithKey = (folder: string, passphrase: string, backup: string): Promise<string | null> =>
  opened(['-i', path.join(folder, 'latchkey-key.age'), path.join(folder, backup)], [passphrase]);

/** What an identity, `AGE-SECRET-KEY-1…`, opens; null when it does not. */
export const openWithIdentity = (file: string, identity: string): Promise<string | null> =>
  inTemporaryFolder(async (folder) => {
    const key = path.join(folder, 'identity');
    await writeFile(key, `${identity.trim()}\n`, { mode: 0o600 });
    return opened(['-i', key, file], []);
  });

/** A file as `age -p` makes it, armored unless asked otherwise. */
export const sealWithPassphrase = (
  text: string,
  passphrase: string,
  form: 'armored' | 'binary' = 'armored',
): Promise<Buffer> =>
  sealed(text, ['-p', ...(form === 'armored' ? ['--armor'] : [])], [passphrase, passphrase]);

/** A file as `age -r` makes it for a recipient, `age1…`. */
export const sealTo = (
  text: string,
  recipient: string,
  form: 'armored' | 'binary' = 'binary',
): Promise<Buffer> => sealed(text, ['-r', recipient, ...(form === 'armored' ? ['--armor'] : [])], []);

const opened = (args: string[], typed: string[]): Promise<string | null> =>
  inTemporaryFolder(async (folder) => {
    const output = path.join(folder, 'opened');
    return (await age(['-d', '-o', output, ...args], typed)) ? readFile(output, 'utf8') : null;
  });

const sealed = (text: string, args: string[], typed: string[]): Promise<Buffer> =>
  inTemporaryFolder(async (folder) => {
    const [input, output] = [path.join(folder, 'text'), path.join(folder, 'sealed')];
    await writeFile(input, text, { mode: 0o600 });
    if (!(await age([...args, '-o', output, input], typed))) throw new Error('age did not seal');
    return readFile(output);
  });

/** How a shell says that it does not know a command. */
const notThere = 127;

/**
 * Runs `age`, in a terminal where it asks for something.
 *
 * @param typed the lines to type; none needs no terminal
 * @returns whether it succeeded
 */
async function age(args: string[], typed: string[]): Promise<boolean> {
  const quoted = ['age', ...args].map((arg) => `'${arg.replaceAll("'", `'\\''`)}'`).join(' ');
  const child =
    typed.length === 0
      ? spawn('age', args, { stdio: 'ignore' })
      : startInTerminal(quoted, typed, { env: process.env });
  const code: unknown = await once(child, 'close').then(
    ([exit]: unknown[]) => exit,
    () => notThere,
  );
  if (code === notThere)
    throw new Error('age is not installed: this test compares with the age command of the system');
  return code === 0;
}
