import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { kindOfFile } from './file-kind';
import type { Job } from './job';
import { textOfBytes } from './text-of-bytes';
import { work } from './work';

/**
 * The text of a file that was dropped, pasted or opened, whatever it is called: of a text, a CSV or JSON file as it is, of a web page and
 * a PDF as a person reads it. What was read is kept nowhere.
 *
 * @param signal ends it: for when the screen is left, or Latchkey locks
 * @throws AppError `read-text-too-large`, `read-too-large`, `read-pdf-locked`, `read-pdf-too-long`, `read-too-slow`,
 *   `read-picture-kind`, `read-kind`, `read-no-text`, `file-unreadable`
 */
export async function textOf(file: Blob, signal?: AbortSignal): Promise<string> {
  const kind = await kindOfFile(file);
  if (kind === 'picture' || kind === 'other-picture') throw new AppError('read-no-text');
  if (kind === 'other') throw new AppError('read-kind');
  if (kind !== 'pdf' && file.size > limits.textToRead) throw new AppError('read-text-too-large');
  const bytes = await bytesOf(file);
  if (kind === 'text') return textOfBytes(new Uint8Array(bytes));
  const text = await work({ want: 'text', kind, bytes }, { signal });
  if (kind === 'pdf' && text === '') throw new AppError('read-no-text');
  return text;
}

/**
 * The QR codes of a photo, a scan or a PDF, page by page as they are found; those of one page from top to bottom.
 *
 * @param found is called with the texts of the codes of a page
 * @param signal ends it
 * @throws AppError as `textOf`, and `read-picture-too-large`
 */
export async function findCodes(
  file: Blob,
  found: (texts: readonly string[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const kind = await kindOfFile(file);
  if (kind === 'other-picture') throw new AppError('read-picture-kind');
  if (kind !== 'picture' && kind !== 'pdf') throw new AppError('read-kind');
  await work({ want: 'qr-codes', kind, bytes: await bytesOf(file) }, { found, signal });
}

const bytesOf = (file: Blob): Promise<Job['bytes']> =>
  file.arrayBuffer().catch((): never => {
    throw new AppError('file-unreadable');
  });
