import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importCircles } from '../../../scripts/lint/circles.mjs';
import { temporaryFolder } from '../edge/files/temporary-folder';

/** The circles among files, given by their names and texts. */
async function circlesAmong(files: Record<string, string>): Promise<string[][]> {
  const folder = await temporaryFolder();
  const all = { 'package.json': '{"imports":{"#words/*":"./main/words/*.ts"}}', ...files };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return importCircles(folder, ['main', 'window']);
}

const ends = { 'main/end.ts': 'export {};', 'window/end.ts': 'export {};' };

test('files that import each other in one direction alone are no circle', async () => {
  const files = {
    ...ends,
    'main/one.ts': "import type { Two } from './two'; import './end';",
    'main/two.ts': "import { end } from './end';",
  };
  expect(await circlesAmong(files)).toEqual([]);
});

test('types make a circle too, across folders and through a state class', async () => {
  const files = {
    'main/words/errors.ts': "export type { View } from '../../window/view';",
    'window/view.ts': "import type { State } from './state.svelte';",
    'window/state.svelte.ts': "import { errors } from '#words/errors';",
  };
  expect(await circlesAmong(files)).toEqual([
    ['main/words/errors.ts', 'window/view.ts', 'window/state.svelte.ts', 'main/words/errors.ts'],
  ]);
});

test('components make a circle, by their scripts and by what their markup loads late', async () => {
  const files = {
    ...ends,
    'window/App.svelte':
      "<script lang=\"ts\">\n  import './end';\n</script>\n{#await import('./Late.svelte')}…{/await}",
    'window/Late.svelte': '<script lang="ts">\n  import App from \'./App.svelte\';\n</script>',
  };
  expect(await circlesAmong(files)).toEqual([
    ['window/App.svelte', 'window/Late.svelte', 'window/App.svelte'],
  ]);
});

test('of two circles through a file each is told once', async () => {
  const files = {
    ...ends,
    'main/both.ts': "import './left'; import './right';",
    'main/left.ts': "import './both';",
    'main/right.ts': "import './both';",
    'main/itself.ts': "import './itself';",
  };
  expect(await circlesAmong(files)).toEqual([
    ['main/both.ts', 'main/left.ts', 'main/both.ts'],
    ['main/itself.ts', 'main/itself.ts'],
    ['main/right.ts', 'main/both.ts', 'main/right.ts'],
  ]);
});
