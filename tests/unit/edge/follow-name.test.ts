import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startSession } from '../../../scripts/desktop/session.mjs';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { followName } from '../../../src-main/edge/bus/follow-name';
import { sessionBus } from '../../../src-main/edge/bus/listen';
import { temporaryFolder } from './temporary-folder';

const watcher = 'org.kde.StatusNotifierWatcher';
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function session() {
  const started = await startSession({ keyring: 'none' });
  endings.push(() => started.dispose());
  return started;
}

function follow(environment: NodeJS.ProcessEnv): boolean[] {
  const heard: boolean[] = [];
  endings.push(followName(environment, watcher, (owned) => heard.push(owned)));
  return heard;
}

/** A bus that says whatever the test wants. */
async function falseBus(onData: (socket: Socket, data: Buffer) => void): Promise<NodeJS.ProcessEnv> {
  const socketPath = path.join(await temporaryFolder(), 'bus');
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => onData(socket, data));
  });
  endings.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` };
}

describe('the owner of a name on the bus', () => {
  it('is seen when it is there before us, when it goes, and when it comes back', async () => {
    const { env } = await session();
    const first = await TrayHost.start(env);
    const heard = follow(env);
    await vi.waitFor(() => expect(heard).toEqual([true]));
    first.stop();
    await vi.waitFor(() => expect(heard).toEqual([true, false]));
    const second = await TrayHost.start(env);
    await vi.waitFor(() => expect(heard).toEqual([true, false, true]));
    second.stop();
  });

  it('is nobody on a bus without one', async () => {
    const { env } = await session();
    const heard = follow(env);
    await vi.waitFor(() => expect(heard).toEqual([false]));
  });

  it('is nobody once the bus has gone', async () => {
    const started = await startSession({ keyring: 'none' });
    const host = await TrayHost.start(started.env);
    const heard = follow(started.env);
    await vi.waitFor(() => expect(heard).toEqual([true]));
    host.stop();
    await started.dispose();
    await vi.waitFor(() => expect(heard).toEqual([true, false]));
  });

  it.each([{}, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }, { XDG_RUNTIME_DIR: '/nowhere' }])(
    'is nobody without a bus: %j',
    async (environment) => {
      const heard = follow(environment);
      await vi.waitFor(() => expect(heard).toEqual([false]));
    },
  );

  it.each([
    ['refuses us', 'REJECTED EXTERNAL\r\n'],
    ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['sends nonsense', `OK 0\r\n${'\u0001\u0002'.repeat(64)}`],
    ['announces a huge message', `OK 0\r\nl\u0002\u0001\u0001${'\u007f'.repeat(12)}`],
  ])('is nobody where the bus %s', async (_what, said) => {
    const heard = follow(await falseBus((socket) => socket.write(said, 'latin1')));
    await vi.waitFor(() => expect(heard).toEqual([false]));
  });

  it('is understood with the high byte first, and in pieces', async () => {
    const answer = Buffer.from(
      '42020101' + '00000004' + '00000009' + '00000008' + '05017500' + '00000003' + '00000001',
      'hex',
    );
    const environment = await falseBus((socket, data) => {
      if (data.includes('AUTH')) socket.write('OK 0\r\n');
      if (data.includes('NameHasOwner')) {
        socket.setNoDelay(true);
        for (const byte of answer) socket.write(Buffer.from([byte]));
      }
    });
    const heard = follow(environment);
    await vi.waitFor(() => expect(heard).toEqual([true]));
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
