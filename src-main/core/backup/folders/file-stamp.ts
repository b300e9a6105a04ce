import { fnv1a } from '../../records/fnv-1a';

/**
 * Tells a sealed file from any other, so that the one that was written is known again: its length, and two sums of its
 * bytes. It says nothing of what is sealed. Whoever makes another file with the same mark has only made one
 * that counts as ours.
 */
export function fileStamp(content: Uint8Array): string {
  const sums = [fnv1a(content), fnv1a(content, { start: 0x01234567 })];
  return [content.length, ...sums].map((part) => part.toString(16)).join('-');
}
