import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startSession } from '../../../../scripts/desktop/session.mjs';
import { TrayHost } from '../../../../scripts/desktop/tray-host.mjs';
import { sessionBus } from '../../../../src-main/edge/bus/address';
import { followTray, type TrayPlace } from '../../../../src-main/edge/bus/follow-tray';
import { falseBus } from './false-bus';

/** The first new try comes after a second. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, 15_000);

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function session() {
  const started = await startSession({ keyring: 'none' });
  endings.push(() => started.dispose());
  return started;
}

function follow(environment: NodeJS.ProcessEnv): TrayPlace[] {
  const heard: TrayPlace[] = [];
  endings.push(followTray(environment, (place) => heard.push(place)));
  return heard;
}

async function onFalseBus(onData: (socket: Socket, data: Buffer) => void) {
  const bus = await falseBus(onData);
  endings.push(bus.close);
  return { ...bus, heard: follow(bus.env) };
}

describe('a tray', () => {
  it('is seen when it is there before us, when it goes, and when it comes back', async () => {
    const { env } = await session();
    const first = await TrayHost.start(env);
    const heard = follow(env);
    await soon(() => expect(heard).toEqual(['shown']));
    first.stop();
    await soon(() => expect(heard).toEqual(['shown', 'none']));
    const second = await TrayHost.start(env);
    await soon(() => expect(heard).toEqual(['shown', 'none', 'shown']));
    second.stop();
  });

  it('is not there on a bus without one', async () => {
    const { env } = await session();
    const heard = follow(env);
    await soon(() => expect(heard).toEqual(['none']));
  });

  it('is not there while nobody shows its icons, and follows who does', async () => {
    const { env } = await session();
    const host = await TrayHost.start(env, 'not-shown');
    endings.push(() => host.stop());
    const heard = follow(env);
    await soon(() => expect(heard).toEqual(['not-shown']));
    host.setPanel('shown');
    await soon(() => expect(heard).toEqual(['not-shown', 'shown']));
    host.setPanel('not-shown');
    await soon(() => expect(heard).toEqual(['not-shown', 'shown', 'not-shown']));
  });

  it('is not there where the watcher does not know whether anybody shows its icons', async () => {
    const { env } = await session();
    const host = await TrayHost.start(env, 'unsaid');
    endings.push(() => host.stop());
    const heard = follow(env);
    await soon(() => expect(heard).toEqual(['none']));
  });

  it('is not there once the bus has gone, and is on the next bus', async () => {
    const started = await session();
    const host = await TrayHost.start(started.env);
    const heard = follow(started.env);
    await soon(() => expect(heard).toEqual(['shown']));
    host.stop();
    await started.endBus();
    await soon(() => expect(heard).toEqual(['shown', 'not-shown']));
    await started.beginBus();
    const next = await TrayHost.start(started.env);
    endings.push(() => next.stop());
    await soon(() => expect(heard).toEqual(['shown', 'not-shown', 'shown']));
  });

  it.each([{}, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }, { XDG_RUNTIME_DIR: '/nowhere' }])(
    'is not there without a bus: %j',
    async (environment) => {
      const heard = follow(environment);
      await soon(() => expect(heard).toEqual(['none']));
    },
  );

  it.each([
    ['refuses us', 'REJECTED EXTERNAL\r\n'],
    ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['never ends its greeting', 'OK 0 '.repeat(1_000)],
    ['sends nonsense', `OK 0\r\n${'\u0001\u0002'.repeat(64)}`],
    ['announces what no bus passes on', `OK 0\r\nl\u0002\u0001\u0001${'\u007f'.repeat(12)}`],
  ])('is not there where the bus %s, which is tried again', async (_what, said) => {
    const { heard, connections } = await onFalseBus((socket) => socket.write(said, 'latin1'));
    await soon(() => expect(connections()).toBeGreaterThan(1));
    expect(heard).toEqual(['none']);
  });

  it('is understood with the high byte first, and in pieces', async () => {
    const fields = '050175' + '00' + '00000006' + '08016700' + '01760000';
    const answer = Buffer.from(
      '42020101' + '00000008' + '00000009' + '0000000f' + fields + '01620000' + '00000001',
      'hex',
    );
    const { heard } = await onFalseBus((socket, data) => {
      if (data.includes('AUTH')) socket.write('OK 0\r\n');
      if (data.includes('IsStatusNotifierHostRegistered')) {
        socket.setNoDelay(true);
        for (const byte of answer) socket.write(Buffer.from([byte]));
      }
    });
    await soon(() => expect(heard).toEqual(['shown']));
  });
});

describe('the address of the bus', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/run/user/1000/bus,guid=0123', '/run/user/1000/bus'],
    ['unix:guid=0123,path=/tmp/a%20b', '/tmp/a b'],
    ['unix:abstract=/tmp/dbus-Xy,guid=0123', '\0/tmp/dbus-Xy'],
    ['tcp:host=localhost,port=1;unix:path=/tmp/bus', '/tmp/bus'],
    ['autolaunch:', null],
  ])('%j means %j', (address, socket) => {
    expect(sessionBus({ DBUS_SESSION_BUS_ADDRESS: address })).toBe(socket);
  });
});
