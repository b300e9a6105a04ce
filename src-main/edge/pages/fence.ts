import { app, type BrowserWindow, session, type Session, type WebContents } from 'electron';
import { bundleOrigin } from './bundle';
import { knowNames, knowNoNames } from './no-look-ups';

/** Where nobody listens: what goes by a proxy goes nowhere. */
const deadEnd = 'http://127.0.0.1:1';

/** Electron's own inspector, which is part of the program; only whoever runs Latchkey from its sources opens it. */
const inspector = 'devtools://devtools/';

/** Each with what ends when its fence stands. */
const fences = new Map<Session, Promise<void>>();
/** Sessions that reach the network, and hence show no page, by the name of their partition. */
const open = new Map<string, Promise<Session>>();
let isOpening = false;

/**
 * Lets no page out, whatever its rules let through: four walls for every session that there is or will be, none of
 * which stops everything alone. Requests pass for the bundle alone. What does not ask for that, such as a relay of
 * WebRTC over TCP, is sent to a proxy that is not there. WebRTC sends nothing past a proxy. And no name is looked up
 * (names.ts), for a name can hold a code. To be called when Electron is ready, before any page is made.
 */
export function fenceEveryPage(): void {
  app.on('session-created', (made) => {
    if (!isOpening) void fence(made);
  });
  app.on('web-contents-created', (_event, contents) => fencePage(contents));
  void fence(session.defaultSession);
}

/** Loads a page as soon as its session is fenced. */
export async function loadFenced(window: BrowserWindow, url: string): Promise<void> {
  await fence(window.webContents.session);
  if (!window.isDestroyed()) await window.loadURL(url);
}

/**
 * A session that reaches the network as the system says, for what main itself asks. A page that was made in one would be
 * fenced, and the session with it.
 *
 * @param partition its name, for whoever else looks for it in Electron
 */
export function openSession(partition: string): Promise<Session> {
  const known = open.get(partition);
  if (known) return known;
  const made = makeOpen(partition);
  open.set(partition, made);
  return made;
}

async function makeOpen(partition: string): Promise<Session> {
  // Those that are on the way must not learn names in this moment.
  await Promise.all(fences.values());
  knowNames();
  isOpening = true;
  const made = session.fromPartition(partition, { cache: false });
  isOpening = false;
  await untilMade(made);
  knowNoNames();
  return made;
}

function fencePage(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  void fence(contents.session);
}

function fence(one: Session): Promise<void> {
  const known = fences.get(one);
  if (known) return known;
  one.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayPass(url) }));
  // `<-loopback>`: else this computer is asked without the proxy.
  const done = one
    .setProxy({ proxyRules: deadEnd, proxyBypassRules: '<-loopback>' })
    .then(() => untilMade(one));
  fences.set(one, done);
  return done;
}

/** Chromium makes what a session reaches the network with when it is first asked for, and reads its switches then. */
async function untilMade(one: Session): Promise<void> {
  await one.resolveProxy('http://127.0.0.1/');
}

const mayPass = (url: string): boolean =>
  url.startsWith(`${bundleOrigin}/`) || (!app.isPackaged && url.startsWith(inspector));
