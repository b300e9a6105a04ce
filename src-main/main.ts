import path from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { answer } from '#contract/wire';
import { createApp } from './core/app';
import { denyEverything } from './edge/deny';
import { electronDesktop } from './edge/desktop';
import { electronDialogs } from './edge/dialogs';
import { systemFiles } from './edge/files';
import { lazyHttp } from './edge/lazy-http';
import { serveCalls, tell } from './edge/ipc';
import { systemKeychain } from './edge/keychain/system-keychain';
import { runOnce } from './edge/lifecycle';
import { openLog } from './edge/log';
import { windowPaper } from './edge/paper';
import { practiceRunner } from './edge/practice/runner';
import { settleProfile } from './edge/profile';
import { registerBundleScheme, serveBundle } from './edge/protocol';
import { settingsFile, vaultFile } from './edge/profile-files';
import { ageSealer } from './edge/sealing/age-sealer';
import { systemClock, systemRandom } from './edge/system';
import { openMainWindow } from './edge/window';

const here = import.meta.dirname;
const dist = path.dirname(here);
const profile = settleProfile(process.argv.slice(1));

// Root must pass --no-sandbox, and no process starts when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerBundleScheme();
const log = openLog(profile);

const http = lazyHttp((url) => session.defaultSession.resolveProxy(url));

const latchkey = createApp({
  version: app.getVersion(),
  secrets: systemKeychain(path.join(here, 'keychain-process.js')),
  settingsFile: settingsFile(profile),
  vaultFile: vaultFile(profile),
  files: systemFiles,
  dialogs: electronDialogs,
  paper: windowPaper,
  sealer: ageSealer(path.join(here, 'sealing-process.js')),
  http,
  clock: systemClock,
  random: systemRandom,
  practice: practiceRunner(
    path.join(here, 'practice-process.js'),
    path.join(profile, 'practice-service.json'),
  ),
  desktop: electronDesktop,
});
serveCalls(answer(latchkey.backend, (where, error) => log.bug(where, error)));

function prepare(): void {
  denyEverything();
  serveBundle(dist);
}

function open(): BrowserWindow {
  const window = openMainWindow(path.join(dist, 'preload', 'preload.cjs'));
  const { webContents } = window;
  latchkey.onSnapshot((snapshot) => tell(webContents, 'snapshot', snapshot));
  window.once('ready-to-show', () => void warmUp());
  return window;
}

/** What no first paint waits for. */
async function warmUp(): Promise<void> {
  try {
    await latchkey.warmUp();
    await http.load();
  } catch (error) {
    log.bug('warmUp', error);
  }
}

runOnce(prepare, open);
