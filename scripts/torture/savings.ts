import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from '../../src-main/core/backup/content/document';
import { Keychain } from '../../src-main/core/keychain/keychain';
import { Profile } from '../../src-main/core/profile/profile';
import { SealedKey } from '../../src-main/core/keys/sealed-key';
import type { SecretResult, Secrets } from '../../src-main/core/ports/secrets';
import { viewOf } from '../../src-main/core/store/view/view';
import { isFirst, parseContents } from '../../src-main/core/vault/vault-contents';
import { VaultKey } from '../../src-main/core/keys/vault-key';
import { VaultStore } from '../../src-main/core/vault/vault-store';
import { systemFiles } from '../../src-main/edge/files/files';
import { profileFile, vaultFile } from '../../src-main/edge/files/profile-files';
import { sealedKeyFile } from '../../src-main/edge/files/sealed-key-file';
import { systemClock, systemRandom } from '../../src-main/edge/program/clock-and-random';
import { quickSealer } from './quick-sealer';
import { contentsNamed, documentNamed } from './subjects';

/** A place where numbers are saved the way Latchkey saves codes, and where they are looked for after a kill. */
export interface Saving {
  /** Saves a number, sealed; it is on the disk when this resolves. */
  readonly save: (number: number) => Promise<void>;
  /**
   * The newest number that is there, 0 where nothing is.
   *
   * @throws Error with a sentence when anything there is not whole
   */
  readonly newest: () => Promise<number>;
}

export type SavingName = 'vault' | 'folder';

/** @param identity opens and seals everything there */
export const savingIn = (name: SavingName, folder: string, identity: string): Saving =>
  name === 'vault' ? vaultIn(folder, identity) : backupsIn(folder, identity);

function vaultIn(folder: string, identity: string): Saving {
  const store = (): VaultStore => {
    const sealer = quickSealer;
    const sealedKey = new SealedKey({ file: sealedKeyFile(folder), sealer, clock: systemClock });
    const key = new VaultKey({
      profile: new Profile({
        file: profileFile(folder),
        random: systemRandom,
        hasPast: () => Promise.resolve(false),
      }),
      sealed: sealedKey,
      sealer,
      keychain: new Keychain(onlySecret(identity), () => undefined),
    });
    key.replace(identity);
    return new VaultStore({ file: vaultFile(folder), sealer, key, sealedKey });
  };
  const saving = store();
  return {
    save: (number) => saving.write(contentsNamed(number.toString())),
    async newest() {
      const opened = store();
      const found = await opened.open();
      if (opened.state !== 'open' || opened.setAside) throw new Error(`the vault is ${opened.state}`);
      const backup = await readFile(path.join(folder, 'vault.age.bak')).catch(() => null);
      if (backup && parseContents(await quickSealer.openWith(identity, backup), identity).kind !== 'good') {
        throw new Error('the last good version is not good');
      }
      return found && !isFirst(found) ? Number(viewOf(found.store)[0]?.label ?? 0) : 0;
    },
  };
}

const keyName = 'latchkey-key.age';
const passphrase = 'lantern Åse pebble orbit';
const kept = 5;

/** New backups beside the old ones, five are kept; and now and then the key is sealed anew, in its own place. */
function backupsIn(folder: string, identity: string): Saving {
  const placeOf = (name: string) => ({ folder, name });
  const nameOf = (number: number): string => `latchkey-backup-${number.toString().padStart(8, '0')}.age`;
  return {
    async save(number) {
      if (number % 3 === 1) {
        const key = await quickSealer.sealWithPassphrase(passphrase, `${identity}\n`, 'armored');
        await systemFiles.write(placeOf(keyName), key);
      }
      const recipient = await quickSealer.recipientOf(identity);
      const backup = await quickSealer.sealTo(recipient, documentNamed(number.toString()));
      await systemFiles.write(placeOf(nameOf(number)), backup);
      const backups = (await systemFiles.list(folder)).filter((name) =>
        /^latchkey-backup-.*\.age$/.test(name),
      );
      for (const name of backups.sort().slice(0, -kept)) await systemFiles.remove(placeOf(name));
    },
    async newest() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.age')).sort();
      for (const name of names) {
        const sealed = (await systemFiles.read(placeOf(name))) ?? new Uint8Array();
        if (name === keyName) {
          const key = await quickSealer.openWithPassphrase(passphrase, sealed);
          if (key !== `${identity}\n`) throw new Error('the key is another');
        } else {
          const read = parseDocument(await quickSealer.openWith(identity, sealed));
          const label = read.kind === 'good' ? read.value.accounts[0]?.label : undefined;
          if (label === undefined || nameOf(Number(label)) !== name)
            throw new Error(`${name} is not what it was`);
        }
      }
      return Number(/(\d+)\.age$/.exec(names.findLast((name) => name !== keyName) ?? '')?.[1] ?? 0);
    },
  };
}

/** A keychain that holds the vault's identity and nothing else. */
function onlySecret(identity: string): Secrets {
  const ok = <T>(value: T): Promise<SecretResult<T>> => Promise.resolve({ kind: 'ok', value });
  return {
    backend: 'secret-service',
    read: () => ok(identity),
    write: () => ok(null),
    remove: () => ok(false),
    probe: () => ok(null),
    rest: () => undefined,
  };
}
