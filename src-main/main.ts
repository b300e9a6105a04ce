import path from 'node:path';
import { app, session } from 'electron';
import { answer } from '#contract/wire';
import { createApp } from './core/app';
import { denyEverything } from './edge/deny';
import { electronDesktop } from './edge/desktop';
import { electronDialogs } from './edge/dialogs';
import { systemFiles } from './edge/files';
import { lazyHttp } from './edge/lazy-http';
import { serveCalls, tell } from './edge/ipc';
import { keepTray } from './edge/keep-tray';
import { systemKeychain } from './edge/keychain/system-keychain';
import { beforeTheEnd } from './edge/last-things';
import { runOnce } from './edge/lifecycle';
import { openLog } from './edge/log';
import { MainWindow } from './edge/main-window';
import { windowPaper } from './edge/paper';
import { practiceRunner } from './edge/practice/runner';
import { settleStart } from './edge/profile';
import { registerBundleScheme, serveBundle } from './edge/protocol';
import { settingsFile, vaultFile } from './edge/profile-files';
import { quickVerifyPort } from './edge/quick-verify-port';
import { QuickVerifyWindow } from './edge/quick-verify-window';
import { ageSealer } from './edge/sealing/age-sealer';
import { systemClock, systemRandom } from './edge/system';

const here = import.meta.dirname;
const dist = path.dirname(here);
const { profile, wish } = settleStart();

// Root must pass --no-sandbox, and no process starts when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerBundleScheme();
const log = openLog(profile);

const preload = path.join(dist, 'preload', 'preload.cjs');
const mainWindow = new MainWindow(preload);
const quickVerify = new QuickVerifyWindow(preload);

const latchkey = createApp({
  version: app.getVersion(),
  secrets: systemKeychain(path.join(here, 'keychain-process.js')),
  settingsFile: settingsFile(profile),
  vaultFile: vaultFile(profile),
  files: systemFiles,
  dialogs: electronDialogs,
  paper: windowPaper,
  sealer: ageSealer(path.join(here, 'sealing-process.js')),
  http: lazyHttp((url) => session.defaultSession.resolveProxy(url)),
  clock: systemClock,
  random: systemRandom,
  practice: practiceRunner(
    path.join(here, 'practice-process.js'),
    path.join(profile, 'practice-service.json'),
  ),
  desktop: electronDesktop,
  quickVerify: quickVerifyPort(quickVerify, mainWindow),
});
const ask = answer(latchkey.backend, (where, error) => log.bug(where, error));
serveCalls(ask, (name, contents) => name !== 'offerClipboardCode' || quickVerify.isFocused(contents));
latchkey.onSnapshot((snapshot) => tell('snapshot', snapshot));
beforeTheEnd(
  () => latchkey.clipboard.holds,
  () => latchkey.clipboard.clear(),
);

const isAnythingOpen = (): boolean => mainWindow.isOpen || quickVerify.isOpen;
const staysUnseen = (): boolean => {
  const { tray, closeToTray } = latchkey.snapshot().desktop;
  return wish === 'nothing' || (tray === 'there' && closeToTray);
};

const startTray = (): void =>
  keepTray({
    latchkey,
    ask,
    pictures: path.join(here, 'tray'),
    openLatchkey: () => mainWindow.show(),
    openQuickVerify: () => quickVerify.show(),
    onGone: () => {
      if (!isAnythingOpen() && !staysUnseen()) mainWindow.show();
    },
  });

runOnce({
  wish,
  prepare() {
    denyEverything();
    serveBundle(dist);
    if (wish === 'nothing') {
      void latchkey.holdShortcut();
      startTray();
    }
    app.once('browser-window-created', (_event, first) => {
      first.once('show', () => {
        void latchkey.holdShortcut();
        if (wish !== 'nothing') startTray();
        latchkey.warmUp().catch((error: unknown) => log.bug('warmUp', error));
      });
    });
  },
  show(wanted) {
    if (wanted === 'window') mainWindow.show();
    if (wanted === 'quick-verify') quickVerify.show();
  },
  isAnythingOpen,
  staysUnseen,
});
