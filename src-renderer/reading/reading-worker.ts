import { AppError } from '#contract/errors';
import type { Job, Told } from './job';
import { codesInPicture } from './codes-in-picture';
import { pictureOf } from './picture';

/**
 * Reads one file of a stranger, away from everything that the window knows: it can be ended in the middle, and what it had
 * in memory goes with it.
 */
addEventListener(
  'message',
  ({ data }: MessageEvent<Job>) => {
    void read(data).then(tell, (error: unknown) =>
      tell({ is: 'failed', code: error instanceof AppError ? error.code : 'file-unreadable' }),
    );
  },
  { once: true },
);

const tell = (told: Told): void => postMessage(told);
const goOn = (): void => tell({ is: 'going-on' });
const decoders = new URL('pdf/', self.location.href).href;

async function read({ want, kind, bytes }: Job): Promise<Told> {
  if (kind === 'html') {
    const [{ htmlText }, { textOfBytes }] = await Promise.all([
      import('./html-text'),
      import('./text-of-bytes'),
    ]);
    return { is: 'done', text: htmlText(textOfBytes(new Uint8Array(bytes))) };
  }
  if (kind === 'picture') {
    await tellCodes(await pictureOf(bytes));
    return { is: 'done', text: '' };
  }
  const { openPdf } = await import('./pdf');
  const pdf = await openPdf(new Uint8Array(bytes), decoders);
  const texts: string[] = [];
  for (let page = 1; page <= pdf.pages; page += 1) {
    goOn();
    if (want === 'text') texts.push(await pdf.text(page));
    else await tellCodes(await pdf.draw(page));
  }
  return { is: 'done', text: texts.join('\n\n').trim() };
}

async function tellCodes(picture: ImageBitmap | OffscreenCanvas): Promise<void> {
  const texts = await codesInPicture(picture, goOn);
  tell({ is: 'codes', texts });
}
