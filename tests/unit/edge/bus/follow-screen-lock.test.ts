import { afterEach, describe, expect, it, vi } from 'vitest';
import { stopChild, temporaryFolder } from '../../../../scripts/desktop/child.mjs';
import { startBus } from '../../../../scripts/desktop/bus.mjs';
import { startSession } from '../../../../scripts/desktop/session.mjs';
import { followScreenLock } from '../../../../src-main/edge/bus/follow-screen-lock';
import { startLoginManager, startScreenSaver } from '../../../witness/login-manager';

/** The first new try comes after a second. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, 15_000);

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function desktop() {
  const session = await startSession({ keyring: 'none' });
  endings.push(() => session.dispose());
  const manager = await startLoginManager();
  endings.push(() => manager.dispose());
  return { session, manager, env: { ...session.env, DBUS_SYSTEM_BUS_ADDRESS: manager.address } };
}

/** Whoever follows, how often it was told of a lock, and what it was told of those who would say so. */
function follow(env: NodeJS.ProcessEnv) {
  const heard = { locked: vi.fn(), screen: [] as string[], sleep: [] as string[] };
  endings.push(
    followScreenLock(env, {
      locked: heard.locked,
      screen: (watch) => heard.screen.push(watch),
      sleep: (watch) => heard.sleep.push(watch),
    }),
  );
  return heard;
}

const saverOn = async (env: NodeJS.ProcessEnv, name?: string) => {
  const saver = await startScreenSaver(env, name);
  endings.push(() => saver.stop());
  return saver;
};

/** A desktop with both buses and a screen saver, which is followed. */
async function followed(sessionId?: string) {
  const { session, manager, env } = await desktop();
  const saver = await saverOn(session.env);
  const heard = follow({ ...env, XDG_SESSION_ID: sessionId });
  await soon(() => expect(heard).toMatchObject({ screen: ['followed'], sleep: ['followed'] }));
  return { session, manager, saver, heard, locked: heard.locked };
}

describe('a locked screen', () => {
  it('is heard of from the screen saver, and an opened one is not', async () => {
    const { saver, locked } = await followed('7');
    saver.active(false);
    saver.active(true);
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it("is heard of from the login manager, for one's own session alone", async () => {
    const { manager, locked } = await followed('7');
    manager.lockSession('_38');
    manager.lockSession('c2');
    manager.lockSession('_37');
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it('counts for any session where the own one is not known', async () => {
    const { manager, locked } = await followed();
    manager.lockSession('c2');
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it('and a computer that goes to sleep are told by the same login manager', async () => {
    const { manager, locked } = await followed('7');
    manager.sleep(false);
    manager.sleep(true);
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it.each([1, 65_536, 1 << 20, 3 << 20])('is heard of after a message of %i bytes', async (bytes) => {
    const { saver, locked } = await followed('7');
    saver.shout(bytes);
    saver.active(true);
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it('is heard of after thousands of messages that nobody can read', async () => {
    const { saver, locked } = await followed('7');
    for (let count = 0; count < 3_000; count += 1) saver.mumble();
    saver.active(true);
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
  });

  it('counts as locked once when the bus breaks off, and is heard of on the next bus', async () => {
    const { session, locked, heard } = await followed('7');
    await session.endBus();
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
    expect(heard.screen).toEqual(['followed', 'lost']);
    await session.beginBus();
    const saver = await saverOn(session.env);
    await soon(() => expect(heard.screen).toEqual(['followed', 'lost', 'followed']));
    saver.active(true);
    await soon(() => expect(locked).toHaveBeenCalledTimes(2));
  });

  it('does not count again when that bus breaks off soon, too', async () => {
    const { session, locked, heard } = await followed('7');
    await session.endBus();
    await session.beginBus();
    await saverOn(session.env);
    await soon(() => expect(heard.screen).toEqual(['followed', 'lost', 'followed']));
    await session.endBus();
    await soon(() => expect(heard.screen).toEqual(['followed', 'lost', 'followed', 'lost']));
    expect(locked).toHaveBeenCalledTimes(1);
  });

  it('is seen when the bus comes back while it is locked', async () => {
    const { session, locked } = await followed('7');
    await session.endBus();
    await soon(() => expect(locked).toHaveBeenCalledTimes(1));
    await session.beginBus();
    const saver = await saverOn(session.env);
    saver.active(true);
    await soon(() => expect(locked).toHaveBeenCalledTimes(2));
  });

  it("is nobody's business once it is not followed any more", async () => {
    const { session, env } = await desktop();
    const saver = await saverOn(session.env);
    const [ended, heard] = [follow(env), follow(env)];
    await soon(() => expect([ended.screen, heard.screen]).toEqual([['followed'], ['followed']]));
    endings.splice(endings.length - 2, 1)[0]?.();
    saver.active(true);
    await soon(() => expect(heard.locked).toHaveBeenCalled());
    expect(ended.locked).not.toHaveBeenCalled();
  });
});

describe('who would say that the screen is locked', () => {
  it('is nobody where there is no bus, and nothing locks for that', async () => {
    const heard = follow({ DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere/at/all' });
    await soon(() => expect(heard).toMatchObject({ screen: ['silent'], sleep: ['silent'] }));
    expect(heard.locked).not.toHaveBeenCalled();
  });

  it('is heard of when it comes late, and going locks nothing', async () => {
    const { session, env } = await desktop();
    const heard = follow(env);
    await soon(() => expect(heard.screen).toEqual(['silent']));
    const saver = await startScreenSaver(session.env, 'org.gnome.ScreenSaver');
    await soon(() => expect(heard.screen).toEqual(['silent', 'followed']));
    saver.stop();
    await soon(() => expect(heard.screen).toEqual(['silent', 'followed', 'silent']));
    expect(heard.locked).not.toHaveBeenCalled();
  });

  it('is nobody who only owns the name, to keep the screen on', async () => {
    const { session, env } = await desktop();
    const inhibitor = await startScreenSaver(session.env, 'org.freedesktop.ScreenSaver', false);
    endings.push(() => inhibitor.stop());
    const heard = follow(env);
    await soon(() => expect(heard.screen).toEqual(['silent']));
  });

  it("is Cinnamon's before it has started", async () => {
    const { env } = await desktop();
    const heard = follow({ ...env, XDG_CURRENT_DESKTOP: 'X-Cinnamon' });
    await soon(() => expect(heard.screen).toEqual(['followed']));
  });

  it('is nobody on a bus that comes later, without one on it', async () => {
    const { folder, remove } = await temporaryFolder();
    endings.push(remove);
    const env = { HOME: folder, XDG_RUNTIME_DIR: folder };
    const heard = follow({ ...env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${folder}/none` });
    await soon(() => expect(heard.screen).toEqual(['silent']));
    const bus = await startBus({ ...process.env, ...env });
    endings.push(() => stopChild(bus.daemon));
    const saver = await saverOn({ DBUS_SESSION_BUS_ADDRESS: bus.address });
    await soon(() => expect(heard.screen).toEqual(['silent', 'followed']));
    saver.active(true);
    await soon(() => expect(heard.locked).toHaveBeenCalledTimes(1));
  });
});
