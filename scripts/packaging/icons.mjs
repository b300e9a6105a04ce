import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { isMain } from '../setup.mjs';
import { root } from '../setup/places.mjs';

/** Edges in pixels. Windows takes no larger one, and Linux looks for these. */
const sizes = { linux: [16, 24, 32, 48, 64, 128, 256, 512], windows: [16, 20, 24, 32, 40, 48, 64, 128, 256] };

/**
 * What a macOS icon holds, by the names that the format has for sizes: two of them for those that serve a plain and a
 * dense screen.
 * @type {[string, number][]}
 */
const macParts = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/**
 * Draws the icons of all platforms from assets/mark.svg: the same drawing gives the same bytes on every computer.
 * Once per process: the renderer can be loaded only once.
 * @param {string} folder gets linux/16x16.png and so on, latchkey.ico and latchkey.icns
 */
export async function drawIcons(folder) {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(wasm));
  const mark = await readFile(join(root, 'assets', 'mark.svg'), 'utf8');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'linux'), { recursive: true });
  for (const size of sizes.linux) {
    await writeFile(join(folder, 'linux', `${size}x${size}.png`), draw(mark, size));
  }
  await writeFile(join(folder, 'latchkey.ico'), ico(sizes.windows.map((size) => [size, draw(mark, size)])));
  const framed = withMargin(mark);
  await writeFile(
    join(folder, 'latchkey.icns'),
    icns(macParts.map(([name, size]) => [name, draw(framed, size)])),
  );
}

/**
 * @param {string} svg
 * @param {number} size
 */
const draw = (svg, size) =>
  Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());

/**
 * macOS wants air around an icon: 100 of 1024 on each side.
 * @param {string} svg
 */
function withMargin(svg) {
  const inner = svg.replace('<svg ', '<svg x="100" y="100" width="824" height="824" ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">${inner}</svg>`;
}

/**
 * A Windows icon: a table of PNGs with their sizes and places. 256 is written as 0.
 * @param {[number, Buffer][]} pictures
 */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [index, [size, png]] of pictures.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(place, entry + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

/**
 * A macOS icon: PNGs one after the other, each behind its name and length.
 * @param {[string, Buffer][]} pictures
 */
function icns(pictures) {
  const parts = pictures.map(([name, png]) => chunk(name, png));
  return chunk('icns', Buffer.concat(parts));
}

/**
 * @param {string} name four letters
 * @param {Buffer} content
 */
function chunk(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

const [, , folder] = process.argv;
if (isMain(import.meta.url) && folder !== undefined) await drawIcons(folder);
