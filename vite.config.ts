import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type UserConfig } from 'vite';
import { bundleManifest } from './scripts/vite/bundle-manifest.mjs';
import { pdfDecoders } from './scripts/vite/pdf-decoders.mjs';
import { trayIcons } from './scripts/vite/tray-icons.mjs';
import { undiciParts } from './scripts/vite/undici-parts.mjs';
import { windowIcon } from './scripts/vite/window-icon.mjs';
import { workerLicenses } from './scripts/vite/worker-licenses.mjs';
import { calls, news } from './src-main/contract/contract';

const root = import.meta.dirname;
/** The oldest runtime that Latchkey is tested on: Electron 33 (docs/decisions/0002-electron-runtime.md). */
const oldest = { node: 'node20.18', chrome: 'chrome130' };
const common = { root, configFile: false as const, logLevel: 'warn' as const };
/** Which packages went into a build, with their licenses: for scripts/packaging/third-party.mjs. Never packaged. */
const license = { fileName: '.vite/licenses.json' };

/** Main and its utility processes: one folder of ES modules, nothing of node_modules read at start but keytar. */
const main: UserConfig = {
  ...common,
  plugins: [trayIcons(`${root}/assets/tray`), windowIcon(`${root}/assets/mark.svg`), undiciParts()],
  build: {
    ssr: true,
    outDir: 'dist/main',
    license,
    target: oldest.node,
    minify: true,
    rolldownOptions: {
      input: {
        main: 'src-main/main.ts',
        'keychain-process': 'src-main/edge/keychain/keychain-process.ts',
        'practice-process': 'src-main/edge/practice/practice-process.ts',
        'sealing-process': 'src-main/edge/sealing/sealing-process.ts',
        'practice-service': 'src-main/practice-service/cli.ts',
      },
      external: [/^electron(\/|$)/, 'keytar', /^node:/],
      // What macOS and Windows install newer versions with is left out of Linux packages by its name.
      output: {
        chunkFileNames: ({ name }) =>
          `assets/[name]${name === 'electron-updates' ? '.not-linux' : ''}-[hash].js`,
      },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar'] },
};

/** The preload: a sandboxed one must be a single CommonJS file. The names come out of the table at build time. */
const preload: UserConfig = {
  ...common,
  define: {
    __CALL_NAMES__: JSON.stringify(Object.keys(calls)),
    __NEWS_NAMES__: JSON.stringify(Object.keys(news)),
  },
  build: {
    ssr: 'src-main/preload.ts',
    outDir: 'dist/preload',
    license,
    target: oldest.chrome,
    minify: true,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs' },
    },
  },
};

const readerLicenses = workerLicenses(`${root}/dist/window/${license.fileName}`);

/** The window: served by edge/pages/protocol.ts from the manifest that is written beside it. */
const window: UserConfig = {
  ...common,
  root: `${root}/src-renderer`,
  base: './',
  plugins: [
    svelte({ configFile: `${root}/svelte.config.js` }),
    pdfDecoders(),
    readerLicenses.inWindow,
    bundleManifest(`${root}/dist/window-manifest.json`),
  ],
  // What reads files of strangers, in parts that are loaded when they are needed.
  worker: { format: 'es', plugins: () => [readerLicenses.inWorker] },
  build: {
    outDir: `${root}/dist/window`,
    emptyOutDir: true,
    target: oldest.chrome,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license,
    rolldownOptions: { input: ['src-renderer/index.html', 'src-renderer/quick.html'] },
    // The strength meter's word lists are larger than any program, and are loaded when somebody types a passphrase.
    chunkSizeWarningLimit: 2_000,
  },
};

const builds: Partial<Record<string, UserConfig>> = { main, preload, window };

/** `npm run build` runs all three by mode. svelte-check and editors ask without one, and mean the window. */
export default defineConfig(({ mode }) => builds[mode] ?? window);
