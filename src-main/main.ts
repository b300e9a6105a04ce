import path from 'node:path';
import { app } from 'electron';
import { SnapshotPatches } from '#contract/snapshot-patches';
import { answer } from '#contract/wire';
import { createApp } from './core/app';
import { withoutElectronsMenu } from './edge/menu/application-menu';
import { leaveMemoryOutOfDumps } from './edge/start/core-dumps';
import { askBeforeQuitting } from './edge/start/ask-before-quitting';
import { denyEverything } from './edge/pages/deny';
import { electronPorts } from './edge/electron-ports';
import { fenceEveryPage, openSession } from './edge/pages/fence';
import { HiddenStart } from './edge/start/hidden-start';
import { serveCalls, tell } from './edge/pages/ipc';
import { beforeTheEnd } from './edge/start/last-things';
import { lazyHttp } from './edge/http/lazy-http';
import { runOnce } from './edge/start/lifecycle';
import { openLog } from './edge/start/log';
import { catchBugs } from './edge/start/main-trouble';
import { PlaceFile } from './edge/windows/place-file';
import { forgetNames } from './edge/pages/no-look-ups';
import { runNetworkInMain } from './edge/start/network-in-main';
import { setPageSettings } from './edge/pages/page-settings';
import { settleStart } from './edge/start/settle-start';
import { registerBundleScheme, serveBundle } from './edge/pages/protocol';
import { settleIn } from './edge/start/settle-in';
import { Windows } from './edge/windows/windows';

const programs = import.meta.dirname;
const dist = path.dirname(programs);
leaveMemoryOutOfDumps();
const { profile, wish, file, language } = settleStart();

// Root must pass --no-sandbox, and no process starts when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
runNetworkInMain();
forgetNames();
setPageSettings();
registerBundleScheme();
withoutElectronsMenu();
const log = openLog(profile);
catchBugs(log);

const places = new PlaceFile(profile);
const windows = new Windows({
  preload: path.join(dist, 'preload', 'preload.cjs'),
  icon: path.join(programs, 'window-icon.png'),
  places,
  language,
  noteCrash: (reason) => log.event(`the process of a window: ${reason}`),
});
const http = lazyHttp(async (url) => (await openSession('proxies')).resolveProxy(url));
const latchkey = createApp(electronPorts({ profile, programs, http, windows }));
const ask = answer(latchkey.backend, (where, error) => log.bug(where, error));
serveCalls(ask, (name, contents) => windows.mayAsk(name, contents));
const patches = new SnapshotPatches(latchkey.snapshot());
latchkey.onSnapshot((snapshot) => tell('snapshot', patches.next(snapshot)));
beforeTheEnd(
  () => latchkey.clipboard.holds || places.isUnsaved || latchkey.writeCount.isDue,
  () => Promise.all([latchkey.clipboard.clear(), places.save(), latchkey.writeCount.settle()]),
);

askBeforeQuitting({ ...latchkey, show: () => windows.show('window') });

const start = new HiddenStart(wish === 'nothing');

/** Whether Latchkey goes on although no window is open. */
function staysUnseen(): boolean {
  const { tray, closeToTray } = latchkey.snapshot().desktop;
  return start.waits || (tray === 'there' && (closeToTray || start.isHidden));
}

/** Where nobody could find Latchkey, its window goes to the taskbar. */
function comeToSight(): void {
  if (!windows.isAnyOpen && !staysUnseen()) windows.main.showMinimized();
}

const settle = (): Promise<void> =>
  settleIn({ latchkey, ask, windows, log, comeToSight, pictures: path.join(programs, 'tray') });

/** Before somebody waits for the first request, but not while nobody will: it is a twentieth of Latchkey's memory. */
const loadHttp = (): Promise<unknown> => http.load().catch((error: unknown) => log.bug('loadHttp', error));

runOnce({
  wish,
  file,
  prepare() {
    denyEverything();
    serveBundle(dist);
    fenceEveryPage();
    const withFirstWindow = (task: () => void): unknown =>
      app.once('browser-window-created', (_event, first) => first.once('ready-to-show', task));
    start.begin(comeToSight);
    if (start.isHidden) {
      void settle();
      withFirstWindow(() => void loadHttp());
    } else withFirstWindow(() => void settle().then(loadHttp));
  },
  show(wanted, named) {
    if (named !== null) latchkey.handFile({ folder: path.dirname(named), name: path.basename(named) });
    windows.show(wanted);
  },
  isAnythingOpen: () => windows.isAnyOpen,
  staysUnseen,
});
