/** Bytes at the beginning that tell what a file is. */
const looked = 4096;

/**
 * The text of a file in UTF-8 or UTF-16, with or without the mark of the order of its bytes, or in Windows-1252, as old programs
 * write it.
 *
 * @returns null where the file is no text, as a picture is none
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'utf-8' ? new TextDecoder('windows-1252').decode(bytes) : null;
  }
}

/** Text of Latin letters in UTF-16 has every other byte zero; a zero anywhere else is of no text. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = zerosIn(bytes.subarray(0, looked));
  if (even === 0 && odd === 0) return 'utf-8';
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

/** How many zeros stand in even places, and how many in odd ones. */
function zerosIn(bytes: Uint8Array): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  bytes.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2 === 0 ? 0 : 1] += 1;
  });
  return zeros;
}
