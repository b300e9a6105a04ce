import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../edge/temporary-folder';
import { age } from './age-command';
import { latin1, quickSealer, sealer } from './sealers';

const text = 'Zürich 東京\n'.repeat(10_000);
const passphrase = 'Schlüssel für Åse'.normalize('NFC');

async function folderWith(files: Record<string, string | Uint8Array>): Promise<(name: string) => string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return (name) => path.join(folder, name);
}

/** Work at 2^18 takes half a second each, and more on a busy machine. */
const patient = { timeout: 60_000 };

// Elsewhere there is no age to be counted on, and script(1) takes other arguments.
describe.runIf(process.platform === 'linux')('the age command of the system (on Linux)', patient, () => {
  it('opens what is sealed to a key', async () => {
    const identity = await sealer.newIdentity();
    const sealed = await sealer.sealTo(await sealer.recipientOf(identity), text);
    const at = await folderWith({ key: identity, sealed });
    expect(await age(at('.'), ['-d', '-i', 'key', '-o', 'opened', 'sealed'])).toBe(true);
    expect(await readFile(at('opened'), 'utf8')).toBe(text);
  });

  it.each([[[]], [['--armor']]])('seals to a key what opens here (%j)', async (form) => {
    const identity = await sealer.newIdentity();
    const at = await folderWith({ text });
    const recipient = await sealer.recipientOf(identity);
    expect(await age(at('.'), [...form, '-r', recipient, '-o', 'sealed', 'text'])).toBe(true);
    expect(await sealer.openWith(identity, await readFile(at('sealed')))).toBe(text);
  });

  it('opens what is sealed by passphrase, and by that passphrase alone', async () => {
    const armored = await sealer.sealWithPassphrase(passphrase.normalize('NFD'), text, 'armored');
    const binary = await quickSealer.sealWithPassphrase(passphrase, text, 'binary');
    const at = await folderWith({ armored, binary });
    for (const sealed of ['armored', 'binary']) {
      expect(await age(at('.'), ['-d', '-o', `${sealed}-opened`, sealed], [passphrase])).toBe(true);
      expect(await readFile(at(`${sealed}-opened`), 'utf8')).toBe(text);
    }
    expect(await age(at('.'), ['-d', '-o', 'never', 'binary'], [`${passphrase}!`])).toBe(false);
  });

  it.each([[[]], [['--armor']]])('seals by passphrase what opens here (%j)', async (form) => {
    const at = await folderWith({ text });
    const typed = [passphrase, passphrase];
    expect(await age(at('.'), [...form, '-p', '-o', 'sealed', 'text'], typed)).toBe(true);
    expect(await sealer.openWithPassphrase(passphrase.normalize('NFD'), await readFile(at('sealed')))).toBe(
      text,
    );
  });

  it('opens a folder of backups: a key sealed by passphrase, and a file sealed to that key', async () => {
    const identity = await sealer.newIdentity();
    const at = await folderWith({
      'latchkey-key.age': await quickSealer.sealWithPassphrase(passphrase, `${identity}\n`, 'armored'),
      'backup.age': await sealer.sealTo(await sealer.recipientOf(identity), text),
    });
    const args = ['-d', '-i', 'latchkey-key.age', '-o', 'opened', 'backup.age'];
    expect(await age(at('.'), args, [passphrase])).toBe(true);
    expect(latin1(await readFile(at('opened')))).toBe(latin1(Buffer.from(text)));
  });
});
