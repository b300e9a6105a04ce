import { AppError } from '../../src-main/contract/errors';
import { openPdf } from '../../src-renderer/reading/pdf';

/** Every Chromium that Latchkey runs on has it, and Node only from 22 on. */
function standIn(): void {
  if ('withResolvers' in Promise) return;
  const withResolvers = (): object => {
    let resolve: unknown;
    let reject: unknown;
    const promise = new Promise((give, fail) => {
      resolve = give;
      reject = fail;
    });
    return { promise, resolve, reject };
  };
  Object.assign(Promise, { withResolvers });
}

/**
 * The text of a PDF, page after page, as the window reads it.
 *
 * @returns the text, or the code of the failure for which there is none
 */
export async function textOfPdf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly text: string } | { readonly refused: string }> {
  standIn();
  try {
    const pdf = await openPdf(bytes, '/');
    const pages: string[] = [];
    for (let page = 1; page <= pdf.pages; page += 1) pages.push(await pdf.text(page));
    const text = pages.join('\n\n');
    return text.trim() === '' ? { refused: 'read-no-text' } : { text };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    throw error;
  }
}
