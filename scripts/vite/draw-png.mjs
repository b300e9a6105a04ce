import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/**
 * Draws an SVG: the same drawing gives the same bytes on every computer.
 *
 * @param {string} file the drawing
 * @param {number} width of the PNG, in pixels
 */
export async function drawPng(file, width) {
  await ready();
  return new Resvg(await readFile(file, 'utf8'), { fitTo: { mode: 'width', value: width } }).render().asPng();
}

/** @type {Promise<void> | undefined} */
let loaded;
const ready = () =>
  (loaded ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    (wasm) => initWasm(wasm),
  ));
