import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';

/** The ports of one listener on 127.0.0.1. */
export interface Ports {
  readonly tcp: number;
  readonly udp: number;
}

/** Somebody else's servers on this computer, one for each name, who answer nothing and remember who came. */
export interface Listeners<N extends string> {
  readonly ports: Readonly<Record<N, Ports>>;
  /** The names of those that heard anything, be it a connection alone, each with how: `fetch tcp`. */
  heard(): string[];
  close(): void;
}

/** Listens on 127.0.0.1, on two ports for each name. */
export async function listenFor<N extends string>(names: readonly N[]): Promise<Listeners<N>> {
  const heard = new Set<string>();
  const closing: (() => void)[] = [];
  const both = async (name: N): Promise<readonly [N, Ports]> => {
    const server = createServer((socket) => {
      heard.add(`${name} tcp`);
      socket.on('error', () => undefined);
      socket.destroy();
    });
    const socket = createSocket('udp4', () => heard.add(`${name} udp`));
    await Promise.all([
      new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)),
      new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve)),
    ]);
    closing.push(
      () => server.close(),
      () => socket.close(),
    );
    return [name, { tcp: (server.address() as AddressInfo).port, udp: socket.address().port }];
  };
  return {
    ports: Object.fromEntries(await Promise.all(names.map(both))) as Record<N, Ports>,
    heard: () => [...heard].sort(),
    close: () => closing.forEach((close) => close()),
  };
}
