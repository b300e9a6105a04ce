/**
 * Tells a sealed file from any other, so that the one that was written is known again: its length, and two sums of its
 * bytes (FNV-1a). It says nothing of what is sealed. Whoever makes another file with the same mark has only made one
 * that counts as ours.
 */
export function fileStamp(content: Uint8Array): string {
  let one = 0x811c9dc5;
  let other = 0x01234567;
  for (const byte of content) {
    one = Math.imul(one ^ byte, 0x01000193) >>> 0;
    other = Math.imul(other ^ byte, 0x01000193) >>> 0;
  }
  return [content.length, one, other].map((part) => part.toString(16)).join('-');
}
