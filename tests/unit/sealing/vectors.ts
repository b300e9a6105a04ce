import { inflateSync } from 'node:zlib';

/** What a test vector says should happen; the words are those of the collection (C2SP/CCTV, age). */
export type Expected =
  'success' | 'no match' | 'HMAC failure' | 'header failure' | 'payload failure' | 'armor failure';

export interface Vector {
  readonly name: string;
  readonly expected: Expected;
  /** SHA-256 of the plaintext. */
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly file: Uint8Array;
}

/** All vectors of cctv-age. */
export async function allVectors(): Promise<Vector[]> {
  // The package has named exports alone; its types claim one object.
  const files = (await import('cctv-age')) as unknown as Record<string, Uint8Array>;
  return Object.entries(files).map(([name, file]) => parse(name, Buffer.from(file)));
}

function parse(name: string, vector: Buffer): Vector {
  const end = vector.indexOf('\n\n');
  const lines = vector.subarray(0, end).toString('utf8').split('\n');
  const values = (key: string): string[] =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const body = vector.subarray(end + 2);
  return {
    name,
    expected: values('expect')[0] as Expected,
    payload: values('payload')[0],
    identities: values('identity'),
    passphrases: values('passphrase'),
    file: values('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}
