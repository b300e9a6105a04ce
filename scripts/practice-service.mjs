import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { script } from './setup.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/places.mjs';

// `npm run practice-service -- <arguments>`: stdout is the service's alone.
await script(async () => {
  await ensureNodeModules(console.error);
  await build(console.error);
});
// In this process, so that signals and arguments are the service's own.
if (process.exitCode === 0) await import(pathToFileURL(join(root, 'dist/main/practice-service.js')).href);
