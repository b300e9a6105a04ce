import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './desktop/child.mjs';
import { script } from './setup.mjs';
import { bundled } from './setup/bundled.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { SetupError } from './setup/run.mjs';

// `npm run -s understand -- FILE…`: what Latchkey understands of files with recovery codes, as one line of JSON for each, with the
// codes in it. It is for whoever works on that: the codes are printed, so give it texts that were made up.
await script(async () => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new SetupError('Say which files: npm run -s understand -- FILE…');
  // Beside the lines that are asked for.
  await ensureNodeModules(console.error);
  const programs = await temporaryFolder();
  const program = await bundled('understand/understand-file', programs.folder);
  /** @type {typeof import('./understand/understand-file.js')} */
  const { understandFile } = await import(pathToFileURL(program).href);
  for (const file of files) console.log(JSON.stringify(await understandFile(file)));
  programs.remove();
  return 0;
});
