import path from 'node:path';
import { drawPng } from './draw-png.mjs';

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
 * A Vite plugin that makes the tray's PNGs beside main.js: `tray/light-16.png`, `tray/light-16@2x.png` and so on.
 *
 * @param {string} folder where the drawings are
 * @returns {import('vite').Plugin}
 */
export function trayIcons(folder) {
  return {
    name: 'tray-icons',
    async generateBundle() {
      for (const drawing of drawings) {
        for (const [name, size] of Object.entries(sizes)) {
          const png = await drawPng(path.join(folder, `${drawing}.svg`), size);
          this.emitFile({ type: 'asset', fileName: `tray/${drawing}-${name}.png`, source: png });
        }
      }
    },
  };
}
