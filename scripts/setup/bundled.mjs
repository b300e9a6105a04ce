import { basename, join } from 'node:path';
import { root } from './places.mjs';

/**
 * Makes a TypeScript program of `scripts/` one that Node runs by itself.
 * @param {'torture/torture' | 'torture/saver' | 'understand/understand-file'} name
 * @param {string} folder where it goes, with its parts
 * @returns {Promise<string>} its path
 */
export async function bundled(name, folder) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'scripts', `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        external: [/^node:/],
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return join(folder, `${basename(name)}.mjs`);
}
