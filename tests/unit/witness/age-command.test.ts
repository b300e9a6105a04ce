import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  openWithIdentity,
  openWithKey,
  openWithPassphrase,
  sealTo,
  sealWithPassphrase,
} from '../../witness/age-command';
import { temporaryFolder } from '../edge/files/temporary-folder';
import { quickSealer, sealer } from '../sealing/sealers';

const text = 'Zürich 東京\n'.repeat(10_000);
const passphrase = 'Schlüssel für Åse'.normalize('NFC');
const forms = ['binary', 'armored'] as const;

/** A file in a folder whose name a shell would take apart. */
async function fileWith(content: Uint8Array): Promise<string> {
  const folder = path.join(await temporaryFolder(), "Åse's $HOME");
  await mkdir(folder);
  const file = path.join(folder, 'a sealed file.age');
  await writeFile(file, content);
  return file;
}

/** Work at 2^18 takes half a second each, and more on a busy machine. */
const patient = { timeout: 60_000 };

// Elsewhere there is no age to be counted on, and script(1) takes other arguments.
describe.runIf(process.platform === 'linux')('the age command of the system (on Linux)', patient, () => {
  it.each(forms)('opens what is sealed to a key (%s)', async (form) => {
    const identity = await sealer.newIdentity();
    const file = await fileWith(await sealer.sealTo(await sealer.recipientOf(identity), text, form));
    expect(await openWithIdentity(file, identity)).toBe(text);
    expect(await openWithIdentity(file, await sealer.newIdentity())).toBeNull();
  });

  it.each(forms)('seals to a key what opens here (%s)', async (form) => {
    const identity = await sealer.newIdentity();
    const sealed = await sealTo(text, await sealer.recipientOf(identity), form);
    expect(await sealer.lockOf(sealed)).toBe('key');
    expect(await sealer.openWith(identity, sealed)).toBe(text);
  });

  it('opens what is sealed by passphrase, and by that passphrase alone', async () => {
    const armored = await sealer.sealWithPassphrase(passphrase.normalize('NFD'), text, 'armored');
    expect(await openWithPassphrase(await fileWith(armored), passphrase)).toBe(text);
    const binary = await fileWith(await quickSealer.sealWithPassphrase(passphrase, text, 'binary'));
    expect(await openWithPassphrase(binary, passphrase)).toBe(text);
    expect(await openWithPassphrase(binary, `${passphrase}!`)).toBeNull();
    // It takes bytes as they are typed: only what a keyboard gives, the composed letters, opens our files.
    expect(await openWithPassphrase(binary, passphrase.normalize('NFD'))).toBeNull();
  });

  it.each(forms)('seals by passphrase what opens here (%s)', async (form) => {
    const sealed = await sealWithPassphrase(text, passphrase, form);
    expect(await sealer.lockOf(sealed)).toBe('passphrase');
    expect(await sealer.openWithPassphrase(passphrase.normalize('NFD'), sealed)).toBe(text);
  });

  it('seals by a passphrase with accents apart what opens here', async () => {
    const sealed = await sealWithPassphrase('text', passphrase.normalize('NFD'));
    expect(await sealer.openWithPassphrase(passphrase, sealed)).toBe('text');
  });

  it('opens a folder of backups: a key sealed by passphrase, and a file sealed to that key', async () => {
    const identity = await sealer.newIdentity();
    const backup = await fileWith(await sealer.sealTo(await sealer.recipientOf(identity), text));
    const folder = path.dirname(backup);
    const key = await quickSealer.sealWithPassphrase(passphrase, `${identity}\n`, 'armored');
    await writeFile(path.join(folder, 'latchkey-key.age'), key);
    expect(await openWithKey(folder, passphrase, path.basename(backup))).toBe(text);
    expect(await openWithKey(folder, 'another passphrase', path.basename(backup))).toBeNull();
  });
});
