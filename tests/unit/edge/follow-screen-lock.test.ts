import { afterEach, describe, expect, it, vi } from 'vitest';
import { callOverBus } from '../../../scripts/desktop/bus.mjs';
import { startSession } from '../../../scripts/desktop/session.mjs';
import { followScreenLock } from '../../../src-main/edge/bus/follow-screen-lock';
import { startLoginManager, startScreenSaver } from '../../witness/login-manager';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A desktop with both buses, and how often it said that its screen is locked. */
async function followed(sessionId?: string) {
  const session = await startSession({ keyring: 'none' });
  endings.push(() => session.dispose());
  const manager = await startLoginManager();
  endings.push(() => manager.dispose());
  const saver = await startScreenSaver(session.env);
  endings.push(() => saver.stop());
  const env = { ...session.env, DBUS_SYSTEM_BUS_ADDRESS: manager.address, XDG_SESSION_ID: sessionId };
  const locked = vi.fn();
  endings.push(followScreenLock(env, locked));
  // Whatever was asked of the buses before this is answered before it.
  const rules = (): Promise<string> =>
    callOverBus(session.env, {
      to: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      call: 'org.freedesktop.DBus.ListNames',
    });
  await vi.waitFor(async () => {
    await rules();
    saver.active(true);
    expect(locked).toHaveBeenCalled();
  });
  await vi.waitFor(() => {
    const before = locked.mock.calls.length;
    manager.lockSession('_37');
    return vi.waitFor(() => expect(locked.mock.calls.length).toBeGreaterThan(before), 200);
  });
  locked.mockClear();
  return { manager, saver, locked };
}

describe('a locked screen', () => {
  it('is heard of from the screen saver, and an opened one is not', async () => {
    const { saver, locked } = await followed('7');
    saver.active(false);
    saver.active(true);
    await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it("is heard of from the login manager, for one's own session alone", async () => {
    const { manager, locked } = await followed('7');
    manager.lockSession('_38');
    manager.lockSession('c2');
    manager.lockSession('_37');
    await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it('counts for any session where the own one is not known', async () => {
    const { manager, locked } = await followed();
    manager.lockSession('c2');
    await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it('is nothing to trip over where there is no bus', () => {
    const locked = vi.fn();
    followScreenLock({ DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere/at/all' }, locked)();
    expect(locked).not.toHaveBeenCalled();
  });
});
