import { randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { OpenFailure } from '../../core/ports/sealing/open-failure';
import { passphraseForms, sealingForm } from './passphrase-forms';
import { scryptKey } from './scrypt-key';

/** The most that opening a file may cost: 2^20 takes 1 GiB and some seconds. */
const maxWorkFactor = 20;

/** Each file has a key of its own, so the nonce need not differ. Electron's own crypto does not have this cipher. */
const cipher = (key: Uint8Array) => chacha20poly1305(key, new Uint8Array(12));

/** Wraps a file key with a passphrase. */
export function scryptRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const key = await scryptKey(sealingForm(passphrase), salt, workFactor);
      const body = cipher(key).encrypt(fileKey);
      key.fill(0);
      return [new Stanza(['scrypt', base64(salt), workFactor.toString()], body)];
    },
  };
}

/**
 * Unwraps a file key with a passphrase, in whichever of its forms fits.
 *
 * Throws OpenFailure for a stanza that no age would write (`damaged`), and for one that asks for more than 2^20
 * (`too-costly`), before anything is computed.
 */
export function scryptIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas.filter(({ args }) => args[0] === 'scrypt');
      if (!stanza) return null;
      if (stanzas.length !== 1) throw new OpenFailure('damaged');
      const { salt, workFactor, body } = parse(stanza);
      for (const form of passphraseForms(passphrase)) {
        const key = await scryptKey(form, salt, workFactor);
        try {
          return cipher(key).decrypt(body);
        } catch {
          // Another form of the same letters may fit.
        } finally {
          key.fill(0);
        }
      }
      return null;
    },
  };
}

function parse({ args, body }: Stanza): { salt: Uint8Array; workFactor: number; body: Uint8Array } {
  const [, saltText = '', factorText = ''] = args;
  const salt = Buffer.from(saltText, 'base64');
  const isWellFormed =
    args.length === 3 &&
    body.length === 32 &&
    salt.length === 16 &&
    base64(salt) === saltText &&
    /^[1-9][0-9]*$/.test(factorText);
  if (!isWellFormed) throw new OpenFailure('damaged');
  const workFactor = Number(factorText);
  if (workFactor > maxWorkFactor) throw new OpenFailure('too-costly');
  return { salt, workFactor, body };
}

/** As age writes it: without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
