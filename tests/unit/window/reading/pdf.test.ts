// @vitest-environment node
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { openPdf } from '../../../../src-renderer/reading/pdf';
import { smallPdf } from '../../../fakes/small-pdf';
import { held } from '../fake-backend';

// Every Chromium that Latchkey runs on has it, and Node only from 22 on.
if (!('withResolvers' in Promise)) {
  const withResolvers = (): object => {
    const { promise, give: resolve, fail: reject } = held<unknown>();
    return { promise, resolve, reject };
  };
  Object.assign(Promise, { withResolvers });
}

const textOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => (await openPdf(bytes, '/')).text(1);
const codes = [
  { text: 'Backup codes', x: 60, y: 780, size: 20 },
  { text: '1. abcd-1234', x: 60, y: 720 },
  { text: '2. efgh-5678', x: 300, y: 720 },
  { text: '3. ijkl-9012', x: 60, y: 704 },
  { text: '4. mnop-3456', x: 300, y: 704 },
];
const asRead = 'Backup codes\n\n1. abcd-1234\t2. efgh-5678\n3. ijkl-9012\t4. mnop-3456';

// The first one loads the library.
beforeAll(() => textOf(smallPdf([codes])), 20_000);

describe('the text of a PDF', () => {
  test('has its lines and columns', async () => {
    expect(await textOf(smallPdf([codes]))).toBe(asRead);
  });

  test('is read as the page is shown, turned or not', async () => {
    const lines = (await textOf(smallPdf([codes], { turned: 180 }))).split('\n');
    // Upside down: what stood last is read first.
    expect(lines[0]).toContain('mnop-3456');
  });

  test('comes page by page', async () => {
    const pdf = await openPdf(smallPdf([codes, [{ text: 'qrst-7890', x: 60, y: 700 }]]), '/');
    expect(pdf.pages).toBe(2);
    expect(await pdf.text(2)).toBe('qrst-7890');
  });

  test('is empty where a page has none', async () => {
    expect(await textOf(smallPdf([[]]))).toBe('');
  });
});

describe('what is refused', () => {
  test('a PDF with a password', async () => {
    await expect(textOf(smallPdf([codes], { locked: true }))).rejects.toEqual(
      new AppError('read-pdf-locked'),
    );
  });

  test('a PDF with too many pages', async () => {
    const pages = Array.from({ length: limits.pagesToRead + 1 }, () => codes);
    await expect(openPdf(smallPdf(pages), '/')).rejects.toEqual(new AppError('read-pdf-too-long'));
    expect((await openPdf(smallPdf(pages.slice(1)), '/')).pages).toBe(limits.pagesToRead);
  });

  test.each([
    ['nothing behind its beginning', new TextEncoder().encode('%PDF-1.7\n')],
    [
      'junk behind its beginning',
      Uint8Array.from({ length: 5000 }, (_, place) =>
        place < 5 ? '%PDF-'.charCodeAt(place) : (place * 7919) % 251,
      ),
    ],
  ])('a PDF with %s', async (_, bytes) => {
    await expect(textOf(bytes)).rejects.toEqual(new AppError('file-unreadable'));
  });
});
