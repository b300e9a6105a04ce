/** What the small QR code of a printed kit begins with; the number tells its form. */
const beginning = 'LATCHKEY-KIT:1:';
/** Letters of a digest: the first of SHA-256 in upper-case hexadecimal. */
export const digestLength = 8;

/**
 * What the small QR code of a printed kit says: by which digests its other codes are known, in their order. Those carry the
 * sealed text and nothing else, so that any reader will do; this one tells Latchkey how many there are and what comes first.
 *
 * @param digests of the texts of the QR codes without the line end of the last one
 */
export const writeSheetOrder = (digests: readonly string[]): string => beginning + digests.join('');

/** The digests out of the text of such a code; null where it is none. */
export function readSheetOrder(text: string): readonly string[] | null {
  if (!text.startsWith(beginning)) return null;
  const digests = text.slice(beginning.length);
  if (digests.length === 0 || digests.length % digestLength !== 0 || !/^[0-9A-F]+$/.test(digests))
    return null;
  return Array.from({ length: digests.length / digestLength }, (_, place) =>
    digests.slice(place * digestLength, (place + 1) * digestLength),
  );
}
