import { temporaryFolder } from './desktop/child.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { script } from './setup.mjs';
import { chosenParts } from './testing/chosen-parts.mjs';
import { runParts, total } from './testing/run-parts.mjs';

// `npm run check [-- PART… FILE…]`: what to run before every commit; needs no desktop and no Electron.
exitOnSignals();
await script(async () => {
  const reports = await temporaryFolder();
  const parts = chosenParts(process.argv.slice(2), reports.folder);
  await ensureNodeModules(console.log);
  const { passed, failed } = total(await runParts(parts));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
