import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { temporaryFolder } from '../files/temporary-folder';

/** A bus that says whatever a test wants. */
export async function falseBus(
  onData: (socket: Socket, data: Buffer) => void,
): Promise<{ env: NodeJS.ProcessEnv; connections: () => number; close: () => void }> {
  const socketPath = path.join(await temporaryFolder(), 'bus');
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.on('data', (data) => onData(socket, data));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` },
    connections: () => connections,
    close: () => server.close(),
  };
}
