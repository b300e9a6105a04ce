import { drawPng } from './draw-png.mjs';

/** Pixels. Panels and switchers of Linux make smaller ones of it. */
const size = 128;

/**
 * A Vite plugin that makes the icon of Linux windows beside main.js: `window-icon.png`.
 *
 * @param {string} drawing the SVG
 * @returns {import('vite').Plugin}
 */
export function windowIcon(drawing) {
  return {
    name: 'window-icon',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'window-icon.png', source: await drawPng(drawing, size) });
    },
  };
}
