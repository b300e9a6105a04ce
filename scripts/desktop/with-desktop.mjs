import { exitOnSignals, runOnDesktop } from './run-on-desktop.mjs';

/** `node scripts/desktop/with-desktop.mjs -- <command…>`: runs a command on a desktop of its own. */
const [command, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
if (command === undefined) {
  console.error('Usage: node scripts/desktop/with-desktop.mjs -- <command> [arguments]');
  process.exit(2);
}
exitOnSignals();
process.exitCode = await runOnDesktop(command, args);
