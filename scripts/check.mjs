import { temporaryFolder } from './desktop/child.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { script } from './setup.mjs';
import { staticParts, unitPart } from './testing/parts.mjs';
import { runParts, total } from './testing/run-parts.mjs';

// `npm run check`: what to run before every commit; needs no desktop and no Electron.
exitOnSignals();
await script(async () => {
  await ensureNodeModules(console.log);
  const reports = await temporaryFolder();
  const { passed, failed } = total(await runParts([unitPart(reports.folder), ...staticParts]));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
