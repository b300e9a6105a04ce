import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A server on loopback that ends with the test. */
export interface HostileServer {
  readonly port: number;
  readonly url: string;
  /** The bytes of each connection so far, as text. */
  readonly received: string[];
}

/** A server that does with each connection what it likes, at once or when a whole request has come in. */
export function tcpServer(
  onRequest: (socket: Socket) => void,
  onConnection: (socket: Socket) => void = () => undefined,
): Promise<HostileServer> {
  return listening((received) =>
    createTcpServer((socket) => {
      const index = received.push('') - 1;
      onConnection(socket);
      socket.on('data', (chunk) => {
        const before = received[index] ?? '';
        received[index] = before + chunk.toString('latin1');
        if (!before.includes('\r\n\r\n') && received[index].includes('\r\n\r\n')) onRequest(socket);
      });
    }),
  );
}

/** A server that writes these bytes for a reply and leaves the connection open. */
export const rawServer = (reply: string | Buffer): Promise<HostileServer> =>
  tcpServer((socket) => socket.write(reply));

/** A well-behaved server. */
export const httpServer = (listener: RequestListener): Promise<HostileServer> =>
  listening((received) => recording(createServer(listener), received));

/** An https server whose certificate is signed by itself. */
export async function selfSignedServer(listener: RequestListener): Promise<HostileServer> {
  const vectors = path.join(import.meta.dirname, '../../../vectors');
  const key = readFileSync(path.join(vectors, 'loopback-key.pem'));
  const cert = readFileSync(path.join(vectors, 'loopback-certificate.pem'));
  const server = await listening((received) => recording(createTlsServer({ key, cert }, listener), received));
  return { ...server, url: server.url.replace('http:', 'https:') };
}

/** A port of loopback on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function recording<S extends HttpServer>(server: S, received: string[]): S {
  server.on('request', ({ method, url, rawHeaders }: { method: string; url: string; rawHeaders: string[] }) =>
    received.push([`${method} ${url}`, ...rawHeaders].join('\n')),
  );
  return server;
}

async function listening(make: (received: string[]) => Server): Promise<HostileServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = make(received);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}`, received };
}
