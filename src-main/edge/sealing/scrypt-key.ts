import { NotDone } from './age-file';

/**
 * The key that a passphrase gives, with N = 2^workFactor, r = 8, p = 1. hash-wasm, because Electron's own scrypt takes
 * twice as long (docs/decisions/0008-scrypt.md).
 *
 * @returns to be wiped after its use
 * @param passphrase taken as it is; see passphraseForms
 * @param salt what age calls the salt; the label before it is added here
 * @throws NotDone when there is no memory for it: 1 KiB × N
 */
export async function scryptKey(
  passphrase: string,
  salt: Uint8Array,
  workFactor: number,
): Promise<Uint8Array> {
  const { scrypt } = await import('hash-wasm');
  const password = Buffer.from(passphrase, 'utf8');
  try {
    return await scrypt({
      password,
      salt: Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]),
      costFactor: 2 ** workFactor,
      blockSize: 8,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch {
    throw new NotDone('scrypt failed');
  } finally {
    password.fill(0);
  }
}
