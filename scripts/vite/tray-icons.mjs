import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** The drawings in assets/tray/. */
const drawings = ['light', 'dark', 'template'].flatMap((kind) => [kind, `${kind}-few`, `${kind}-locked`]);

/**
 * The sizes of each, by the name that Electron knows a scale by: 16 for Windows and macOS, 22 for the panels of Linux.
 * @type {Record<string, number>}
 */
const sizes = {
  16: 16,
  '16@1.25x': 20,
  '16@1.5x': 24,
  '16@2x': 32,
  22: 22,
  '22@2x': 44,
};

/**
 * A Vite plugin that makes the tray's PNGs beside main.js: `tray/light-16.png`, `tray/light-16@2x.png` and so on. The
 * same drawing gives the same bytes on every computer.
 *
 * @param {string} folder where the drawings are
 * @returns {import('vite').Plugin}
 */
export function trayIcons(folder) {
  return {
    name: 'tray-icons',
    async generateBundle() {
      await ready();
      for (const drawing of drawings) {
        const svg = await readFile(path.join(folder, `${drawing}.svg`), 'utf8');
        for (const [name, size] of Object.entries(sizes)) {
          const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
          this.emitFile({ type: 'asset', fileName: `tray/${drawing}-${name}.png`, source: png });
        }
      }
    },
  };
}

/** @type {Promise<void> | undefined} */
let loaded;
const ready = () =>
  (loaded ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    (wasm) => initWasm(wasm),
  ));
