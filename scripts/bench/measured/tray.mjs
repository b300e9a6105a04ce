import { setTimeout as pause } from 'node:timers/promises';
import { TrayHost } from '../../desktop/tray-host.mjs';
import { hidden, quit, startContender } from '../contenders.mjs';
import { inTurn } from '../in-turn.mjs';
import { cpuShare, processTree, proportionalMemory } from '../processes.mjs';
import { freshFolder } from '../profiles.mjs';
import { quiet } from '../quiet.mjs';
import { watchScreen } from '../screen/screen-watch.mjs';
import { measureStart } from './start.mjs';
import { closeWindow, debugAddress } from '../screen/window-of.mjs';

/**
 * Milliseconds from a start, or from the closing of the window, until CPU is counted; the memory is taken after that. V8
 * collects main's garbage some thirty seconds after the last work, and that is part of coming to rest.
 */
const idleBefore = 40_000;

/**
 * What Latchkey costs while it sits in the tray, and what a bare window costs that is left open.
 * @typedef {{ memory: number, processes: number, cpu: number }} Cost as in idle.mjs
 *
 * @typedef {'bare' | 'closed' | 'hidden'} State a bare window, Latchkey with its window closed, and started hidden
 *
 * @param {import('../profiles.mjs').Prepared} bare
 * @param {import('../profiles.mjs').Prepared} app
 * @param {import('../contenders.mjs').Ground} ground
 * @param {{ idles: number, cpuSeconds: number }} plan
 * @returns {Promise<Partial<Record<State, Cost[]>>>}
 */
export async function measureTray(bare, app, ground, { idles, cpuSeconds }) {
  const host = await TrayHost.start(ground.env);
  const states = [
    { ...bare, name: 'bare', isInTray: false },
    { ...app, name: 'closed', isInTray: true },
    { ...hidden(app), name: 'hidden', isInTray: true },
  ];
  const results = await inTurn(states, idles, async (state) => {
    const profile = await freshFolder(state);
    await quiet();
    const child = startContender(state, { ...ground, profile, debuggable: true });
    const address = await debugAddress(child);
    if (state.isInTray) await host.untilShown(1);
    if (state.name === 'closed') await closeWindow(address);
    await pause(idleBefore);
    const cpu = await cpuShare(child.pid ?? NaN, cpuSeconds);
    const tree = await processTree(child.pid ?? NaN);
    const memory = await proportionalMemory(tree);
    await quit(child);
    await host.untilShown(0);
    return { memory, processes: tree.length, cpu };
  });
  host.stop();
  return results;
}

/**
 * Starts an app with its window on a desktop that has a tray, and on one that has none.
 * @param {import('../profiles.mjs').Prepared} app
 * @param {import('../contenders.mjs').Ground & { display: string }} options
 * @param {number} times
 * @returns {Promise<Partial<Record<'with' | 'without', import('./start.mjs').Start[]>>>}
 */
export async function measureTrayStarts(app, { display, ...ground }, times) {
  const screen = await watchScreen(display);
  const both = [
    { ...app, name: 'with' },
    { ...app, name: 'without' },
  ];
  const starts = await inTurn(both, times, async (one) => {
    const host = one.name === 'with' ? await TrayHost.start(ground.env) : null;
    const start = await measureStart(one, { ...ground, screen });
    host?.stop();
    return start;
  });
  screen.close();
  return starts;
}
