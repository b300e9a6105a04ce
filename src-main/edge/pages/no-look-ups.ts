import { app } from 'electron';

/**
 * Which names of computers Chromium may look up. A look-up goes past a dead proxy, and the name alone can say a code:
 * Chromium asks for the name of a WebRTC relay without any request that could be stopped.
 */
const rule = 'host-resolver-rules';
const none = 'MAP * ~NOTFOUND';
/** What is being made that may look up names. */
let exceptions = 0;

/** Before Electron is ready: pages cannot have names looked up. */
export function forgetNames(): void {
  if (isRead) app.commandLine.appendSwitch(rule, none);
}

/** What Chromium makes from now on to reach the network with knows names. */
export function knowNames(): void {
  exceptions += 1;
  if (isRead) app.commandLine.appendSwitch(rule, '');
}

/** The end of one `knowNames`. */
export function knowNoNames(): void {
  exceptions -= 1;
  if (isRead && exceptions === 0) app.commandLine.appendSwitch(rule, none);
}

/**
 * Whether the rule is read from main's switches each time (network-in-main.ts). Where Chromium's network code has a
 * process of its own it is read once, and would hold for updates and the system's proxies, too.
 */
const isRead = process.platform === 'linux';
