import { readFile, stat } from 'node:fs/promises';
import { limits } from '../../src-main/contract/limits';
import { decodeText } from '../../src-main/edge/files/decode-text';

/** The text of a file, or why there is none. */
export type FileText = { readonly text: string } | { readonly refused: string };

/** Bytes: text that is too long all the same is refused for its letters. */
const longest = 4 * limits.pastedCodes;

/** What a file says, by what kind of file it is; today that is plain text of any kind. Never throws. */
export async function textOfFile(file: string): Promise<FileText> {
  try {
    if ((await stat(file)).size > longest) return { refused: 'file-too-large' };
    const bytes = await readFile(file);
    const read = kinds.find(({ begins }) => begins.every((byte, place) => bytes[place] === byte));
    return read ? await read.textOf(bytes) : { refused: 'file-not-text' };
  } catch {
    return { refused: 'file-unreadable' };
  }
}

interface FileKind {
  /** The bytes that tell it; none for the kind that is tried when no other fits. */
  readonly begins: readonly number[];
  readonly textOf: (bytes: Uint8Array) => FileText | Promise<FileText>;
}

/** The kinds of files, the last of which takes all. */
const kinds: readonly FileKind[] = [
  {
    // %PDF-
    begins: [0x25, 0x50, 0x44, 0x46, 0x2d],
    textOf: () => ({ refused: 'file-not-text' }),
  },
  {
    begins: [],
    textOf: (bytes) => {
      const text = decodeText(bytes);
      return text === null ? { refused: 'file-not-text' } : { text };
    },
  },
];
