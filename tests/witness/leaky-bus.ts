import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { sessionBus } from '../../src-main/edge/bus/address';

/** A way to a session bus on which Latchkey's own connection can be cut, and only that: Chromium ends when its own is. */
export interface LeakyBus {
  readonly address: string;
  /** For programs that are to reach the bus in any case. */
  readonly around: NodeJS.ProcessEnv;
  /** Cuts it, and lets no new one through. */
  cut(): void;
  /** Lets new ones through. */
  mend(): void;
  close(): void;
}

/** @param env of the session whose bus it leads to */
export async function startLeakyBus(env: NodeJS.ProcessEnv & { HOME: string }): Promise<LeakyBus> {
  const real = sessionBus(env) ?? '';
  const place = path.join(env.HOME, 'leaky-bus');
  const own = new Set<Socket>();
  const all = new Set<Socket>();
  let isCut = false;
  const server = createServer((client) => {
    const bus = connect(real);
    for (const socket of [client, bus]) {
      all.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        all.delete(socket);
        own.delete(socket);
        client.destroy();
        bus.destroy();
      });
    }
    let asked = '';
    client.on('data', (data: Buffer) => {
      // libdbus asks for file descriptors before it begins; Latchkey does not.
      if (!asked.includes('BEGIN')) {
        asked += data.toString('latin1');
        if (asked.includes('BEGIN') && !asked.includes('NEGOTIATE_UNIX_FD')) {
          own.add(client);
          if (isCut) client.destroy();
        }
      }
      bus.write(data);
    });
    bus.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(place, resolve));
  return {
    address: `unix:path=${place}`,
    around: { ...env },
    cut() {
      isCut = true;
      for (const client of own) client.destroy();
    },
    mend() {
      isCut = false;
    },
    close() {
      server.close();
      for (const socket of all) socket.destroy();
    },
  };
}
