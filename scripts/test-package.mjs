import { build } from './build.mjs';
import { temporaryFolder } from './desktop/child.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { buildForTests, whyNotHere } from './packaging/for-tests.mjs';
import { script, setUp } from './setup.mjs';
import { SetupError } from './setup/run.mjs';
import { playwrightPart } from './testing/parts.mjs';
import { runParts, total } from './testing/run-parts.mjs';

// `npm run test:package`: builds the packages, installs one on this computer, and uses it as an ordinary user would.
exitOnSignals();
await script(async () => {
  const why = whyNotHere();
  if (why !== null) throw new SetupError(why);
  await setUp({ desktop: true });
  await build();
  await buildForTests(console.log);
  const reports = await temporaryFolder();
  const { passed, failed } = total(await runParts([playwrightPart('package', reports.folder)]));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
