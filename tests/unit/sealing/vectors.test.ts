import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maxSealedBytes, openPieces } from '../../../src-main/edge/sealing/age-file';
import { scryptIdentity } from '../../../src-main/edge/sealing/scrypt-stanza';
import { kindOf, sealer } from './sealers';
import { allVectors, type Expected, type Vector } from './vectors';

const kinds = {
  success: 'opened',
  'no match': 'wrong-key',
  'HMAC failure': 'damaged',
  'header failure': 'damaged',
  'payload failure': 'damaged',
  'armor failure': 'damaged',
} as const satisfies Record<Expected, string>;

/** Where Latchkey says more than "damaged". */
const finer: Partial<Record<string, string>> = {
  empty: 'not-sealed',
  armor_garbage_leading: 'not-sealed',
  armor_lowercase: 'not-sealed',
  armor_whitespace_begin: 'not-sealed',
  armor_wrong_type: 'not-sealed',
  scrypt_work_factor_23: 'too-costly',
  scrypt_work_factor_overflow: 'too-costly',
  // Of 16 MiB each: good files, refused unread for their size.
  stream_257_chunks: 'too-large',
  stream_257_chunks_full: 'too-large',
  stream_258_chunks: 'too-large',
};

const vectors = await allVectors();
const stranger = await sealer.newIdentity();

/** What each key of a vector gives; files that come without one are tried with a stranger's. */
async function outcomes({ identities, passphrases, payload, file }: Vector): Promise<string[]> {
  const keys = [...identities, ...passphrases.map(scryptIdentity)];
  const found: string[] = [];
  for (const key of keys.length > 0 ? keys : [stranger]) {
    const hash = createHash('sha256');
    found.push(
      await kindOf(
        openPieces(key, file, (piece) => hash.update(piece)).then(() => {
          expect(hash.digest('hex')).toBe(payload);
        }),
      ),
    );
  }
  return found;
}

describe('the public vectors of age', () => {
  it('are all here', () => {
    expect(vectors).toHaveLength(143);
    expect(Object.keys(finer).filter((name) => !vectors.some((vector) => vector.name === name))).toEqual([]);
    expect(vectors.filter(({ file }) => file.length > maxSealedBytes)).toHaveLength(3);
  });

  it.each(vectors)('$name: $expected', async (vector) => {
    const expected = finer[vector.name] ?? kinds[vector.expected];
    if (vector.name === 'hybrid_x25519_arg') {
      // Two keys, and the fault is in the stanza for the first: the other finds none for itself.
      expect(await outcomes(vector)).toEqual([expected, 'wrong-key']);
      return;
    }
    expect(new Set(await outcomes(vector))).toEqual(new Set([expected]));
  });
});
