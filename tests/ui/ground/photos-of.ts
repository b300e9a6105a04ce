import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../../witness/temporary';

/** A file as an input of the page takes it. */
interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Photos of the pages of a PDF: poppler draws them, and each is turned, blurred, darkened at one side, noisy and a JPEG then. */
export const photosOf = (page: Page, pdf: Buffer): Promise<Photo[]> =>
  inTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'sheet.pdf');
    await writeFile(file, pdf);
    await promisify(execFile)('pdftoppm', ['-jpeg', '-r', '200', file, path.join(folder, 'page')]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
    return Promise.all(
      names.map(async (name, place) => {
        const drawn = await readFile(path.join(folder, name));
        const taken = await page.evaluate(takePhoto, [
          drawn.toString('base64'),
          place % 2 === 0 ? 5 : -8,
        ] as const);
        return { name: `IMG_${place + 1}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(taken, 'base64') };
      }),
    );
  });

/** Runs in the page. */
async function takePhoto([drawn, degrees]: readonly [string, number]): Promise<string> {
  const bytes = Uint8Array.from(atob(drawn), (letter) => letter.charCodeAt(0));
  const sheet = await createImageBitmap(new Blob([bytes]));
  const [width, height] = [Math.round(sheet.width * 1.25), Math.round(sheet.height * 1.25)];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#54483c';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.filter = 'blur(1px)';
  context.drawImage(sheet, -sheet.width / 2, -sheet.height / 2);
  const photo = context.getImageData(0, 0, width, height);
  photo.data.forEach((value, place) => {
    if (place % 4 === 3) return;
    const x = (place >> 2) % width;
    // The same noise in each run.
    const noise = ((place * 7919) % 41) - 20;
    photo.data[place] = (30 + value * 0.7) * (1 - (0.4 * x) / width) + noise;
  });
  context.putImageData(photo, 0, 0);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
  return btoa(
    Array.from(new Uint8Array(await jpeg.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''),
  );
}
