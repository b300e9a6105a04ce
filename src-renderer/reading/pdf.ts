import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type * as Pdf from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { Canvases, NoFilters } from './pdf-canvases';
import { linesOf, type Piece } from './pdf-lines';

/** Dots of the longer side of a page that is drawn: 200 to the inch of A4 and letter. */
const drawnSide = 2400;
/** Dots of one picture in it: a scan of 600 to the inch. */
const largestImage = 64_000_000;

/** A PDF that was opened, in a worker that ends with it. */
export interface OpenPdf {
  readonly pages: number;
  /** The text of a page from 1 on, in lines and columns; empty where there are only pictures. */
  text(page: number): Promise<string>;
  /** A page from 1 on as a picture, in black on white. */
  draw(page: number): Promise<OffscreenCanvas>;
}

/**
 * Opens a PDF, without its scripts, fonts of this computer, or anything from outside of it.
 *
 * @param bytes are handed over, and gone afterwards
 * @param decoders where the decoders of black and white scans are, an address that ends with a slash
 * @throws AppError `read-pdf-locked`, `read-pdf-too-long`, `file-unreadable`
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>, decoders: string): Promise<OpenPdf> {
  const { getDocument, Util } = await load();
  const document = await getDocument({
    data: bytes,
    wasmUrl: decoders,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: largestImage,
    verbosity: 0,
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
  }).promise.catch((error: unknown): never => {
    throw new AppError(isAboutPassword(error) ? 'read-pdf-locked' : 'file-unreadable');
  });
  if (document.numPages > limits.pagesToRead) throw new AppError('read-pdf-too-long');
  return {
    pages: document.numPages,
    async text(page) {
      const pieces: Piece[] = [];
      await onPage(document, page, async (proxy) => {
        const { transform: upright } = proxy.getViewport({ scale: 1 });
        const { items } = await proxy.getTextContent();
        for (const item of items) {
          if (!('str' in item)) continue;
          const placed = Util.transform(upright, item.transform as number[]) as number[];
          const [, , across = 0, along = 0, x = 0, y = 0] = placed;
          pieces.push({ text: item.str, x, y, width: item.width, height: Math.hypot(across, along) });
        }
      });
      return linesOf(pieces);
    },
    async draw(page) {
      const canvas = new OffscreenCanvas(1, 1);
      await onPage(document, page, async (proxy) => {
        const { width, height } = proxy.getViewport({ scale: 1 });
        const viewport = proxy.getViewport({ scale: drawnSide / Math.max(width, height, 1) });
        canvas.width = Math.max(1, Math.round(viewport.width));
        canvas.height = Math.max(1, Math.round(viewport.height));
        // For paper: drawing for a screen waits for its frames, which stop where nobody sees the window.
        await proxy.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, intent: 'print' })
          .promise;
      });
      return canvas;
    },
  };
}

/** What a page needs is dropped as soon as it was read. */
async function onPage(
  document: PDFDocumentProxy,
  page: number,
  read: (proxy: PDFPageProxy) => Promise<void>,
): Promise<void> {
  try {
    const proxy = await document.getPage(page);
    await read(proxy);
    proxy.cleanup();
  } catch {
    throw new AppError('file-unreadable');
  }
}

/**
 * Its two halves, in this one worker: the half that reads would start a worker of its own otherwise. It answers the one
 * that starts it unless it believes itself in a window.
 */
async function load(): Promise<typeof Pdf> {
  const place = globalThis as { window?: unknown };
  place.window ??= globalThis;
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

const isAboutPassword = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PasswordException';
