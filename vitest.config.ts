import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** A busy machine is no failure: what is waited for may take its time. */
const patience = { testTimeout: 30_000, hookTimeout: 30_000, expect: { poll: { timeout: 15_000 } } };

/** Unit tests: the core and the practice service as plain Node, the window's state as Svelte compiles it. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'main',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/window/**'],
          // It imports JSON in a way that Node has given up.
          server: { deps: { inline: [/@actions\//] } },
        },
      },
      {
        plugins: [svelte({ configFile: `${root}/svelte.config.js` })],
        resolve: { conditions: ['browser'] },
        test: {
          ...patience,
          name: 'window',
          environment: 'happy-dom',
          include: ['tests/unit/window/**/*.test.ts'],
        },
      },
    ],
  },
});
