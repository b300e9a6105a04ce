import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

/** What a file is by its first bytes, whatever it is called. */
export type FileKind = 'pdf' | 'picture' | 'other-picture' | 'other' | 'html' | 'text';

/** So many bytes tell. A PDF may have something else before its beginning. */
const bytesThatTell = 1024;

type Sign = readonly [kind: FileKind, bytes: string, from?: number];

/**
 * What a file is, by its first bytes.
 *
 * @throws AppError `read-too-large`, `file-unreadable`
 */
export async function kindOfFile(file: Blob): Promise<FileKind> {
  if (file.size > limits.fileToRead) throw new AppError('read-too-large');
  const beginning = await file
    .slice(0, bytesThatTell)
    .arrayBuffer()
    .catch((): never => {
      throw new AppError('file-unreadable');
    });
  return kindOf(new Uint8Array(beginning));
}

/** As Latin-1. `other-picture`: what Chromium has no decoder for. */
const signs: readonly Sign[] = [
  ['picture', '\x89PNG\r\n\x1a\n'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'BM'],
  ['picture', 'WEBP', 8],
  ['picture', 'ftypavif', 4],
  ['other-picture', 'ftypheic', 4],
  ['other-picture', 'ftypheix', 4],
  ['other-picture', 'ftyphevc', 4],
  ['other-picture', 'ftypmif1', 4],
  ['other-picture', 'ftypmsf1', 4],
  ['other-picture', 'II*\0'],
  ['other-picture', 'MM\0*'],
  ['other-picture', '\0\0\0\x0cjP  '],
  ['other', 'PK\x03\x04'],
  ['other', '\x1f\x8b'],
  ['other', '\xd0\xcf\x11\xe0'],
  ['other', '\x7fELF'],
];

/**
 * Tells what a file is.
 *
 * @param beginning its first bytes, as many as `bytesThatTell` or all that there are
 */
export function kindOf(beginning: Uint8Array): FileKind {
  // Not by a decoder: those of browsers read Latin-1 as Windows-1252.
  const text = String.fromCharCode(...beginning.subarray(0, bytesThatTell));
  if (text.includes('%PDF-')) return 'pdf';
  const sign = signs.find(
    ([kind, bytes, from = 0]) => text.startsWith(bytes, from) && !isMeantAsText(kind, text),
  );
  if (sign) return sign[0];
  // Of UTF-16 every other byte may be zero.
  const inUtf16 = /^(\xff\xfe|\xfe\xff)/.test(text);
  if (!inUtf16 && hasControls.test(text)) return 'other';
  return isHtml.test(text) ? 'html' : 'text';
}

/** A text may begin with the letters BM: a bitmap has zeros in its header. */
const isMeantAsText = (kind: FileKind, text: string): boolean =>
  kind === 'picture' && text.startsWith('BM') && !text.slice(0, 26).includes('\0');

// What no text has: controls other than tabs, line ends and page breaks.
// eslint-disable-next-line no-control-regex
const hasControls = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

const isHtml =
  /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype html|html|head|body|table|div|p|ul|ol|pre)\b/i;
