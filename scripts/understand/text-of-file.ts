import { readFile, stat } from 'node:fs/promises';
import { limits } from '../../src-main/contract/limits';
import { decodeText } from './decode-text';
import { textOfPdf } from './text-of-pdf';

/** The text of a file, or why there is none. */
export type FileText = { readonly text: string } | { readonly refused: string };

/** What a PDF begins with: `%PDF-`. */
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** What a file says, by what kind of file it is: a PDF, or a text of any kind. Never throws. */
export async function textOfFile(file: string): Promise<FileText> {
  try {
    const { size } = await stat(file);
    if (size > limits.fileToRead) return { refused: 'file-too-large' };
    const bytes = new Uint8Array(await readFile(file));
    if (pdf.every((byte, place) => bytes[place] === byte)) return await textOfPdf(bytes);
    if (size > limits.textToRead) return { refused: 'file-too-large' };
    const text = decodeText(bytes);
    return text === null ? { refused: 'file-not-text' } : { text };
  } catch {
    return { refused: 'file-unreadable' };
  }
}
