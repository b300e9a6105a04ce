import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Of black and white scans (JBIG2, fax) and of JPEG 2000: in JavaScript, for the window's rules let no WebAssembly in. */
const decoders = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'];

/**
 * A Vite plugin that puts the decoders beside the worker that reads PDFs, under the names by which pdf.js asks for them.
 * @returns {import('vite').Plugin}
 */
export function pdfDecoders() {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'wasm',
  );
  return {
    name: 'pdf-decoders',
    async generateBundle() {
      for (const name of decoders) {
        const source = await readFile(path.join(folder, name));
        this.emitFile({ type: 'asset', fileName: `assets/pdf/${name}`, source });
      }
    },
  };
}
