import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { GrayImage } from './gray-image';
import { inTemporaryFolder } from './temporary';

const run = promisify(execFile);

/** Dots per inch. A reader may miss a code at one size of its dots, and never makes one up. */
const resolutions = [300, 200, 400];
/** Inches: less than the white that belongs around a code, and more than there is inside of one. */
const gap = 0.06;
/** Inches: what is smaller is no code. */
const smallest = 0.4;

/**
 * The QR codes of a PDF as poppler draws it and zbar, an outside witness, reads it: page by page, from top to bottom,
 * and from left to right where they stand beside each other. Of ASCII alone: zbar guesses what other letters are.
 */
export const qrCodesIn = (pdf: string): Promise<string[][]> =>
  inTemporaryFolder(async (folder) => {
    const pages: string[][] = [];
    for (const resolution of resolutions) {
      await run('pdftoppm', [
        '-gray',
        '-r',
        resolution.toString(),
        pdf,
        path.join(folder, `at${resolution}`),
      ]);
      const images = (await readdir(folder)).filter((name) => name.startsWith(`at${resolution}-`)).sort();
      for (const [index, image] of images.entries()) {
        const texts = await codesOn(path.join(folder, image), resolution);
        if (texts.length > (pages[index]?.length ?? -1)) pages[index] = texts;
      }
    }
    return pages;
  });

/** The page is taken apart by its white, for zbar does not tell where on it a code stands. */
async function codesOn(page: string, resolution: number): Promise<string[]> {
  const image = await GrayImage.read(page);
  const texts: string[] = [];
  for (const region of image.parts(image.whole, gap * resolution)) {
    const side = Math.min(region.right - region.left, region.bottom - region.top);
    if (side < smallest * resolution) continue;
    const part = `${page}.part.pgm`;
    await image.write(part, region, Math.round(resolution / 5));
    texts.push(...(await codesIn(part)));
  }
  return texts;
}

async function codesIn(image: string): Promise<string[]> {
  const args = ['--xml', '--quiet', '--nodbus', '-Sdisable', '-Sqrcode.enable', image];
  const xml = await run('zbarimg', args, { maxBuffer: 16_000_000 }).then(
    ({ stdout }) => stdout,
    withoutCodes,
  );
  return [...xml.matchAll(/<data><!\[CDATA\[(.*?)\]\]><\/data>/gs)].map(([, text = '']) => text);
}

/** It ends with 4 when there is none. */
function withoutCodes(error: unknown): string {
  if ((error as { code?: unknown }).code === 4) return '';
  throw error;
}
