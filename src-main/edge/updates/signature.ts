import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether a list of what a version consists of was signed by the holder of a key. The list has the SHA-512 of every
 * package, so that its signature vouches for them, too.
 *
 * @param publicKey Ed25519, SPKI in base64
 * @param signature base64, as scripts/packaging/sign-feed.mjs makes it
 */
export function isSigned(list: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, list, key, Buffer.from(signature.trim(), 'base64'))
    );
  } catch {
    return false;
  }
}
