import dns from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { httpServer, tcpServer } from './hostile-server';
import { kindOf, send } from './send';

/** A server on a port of one of this computer's addresses, and what it was asked. */
async function serverAt(address: string, port = 0): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  onTestFinished(() => {
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

/** A resolver, or a file of hosts, that says that everything is at one address. */
function lyingResolver(address: string): void {
  const lie = (_name: string, options: unknown, tell: (error: null, ...found: unknown[]) => void): void => {
    if (typeof options === 'object' && options !== null && 'all' in options && options.all === true)
      tell(null, [{ address, family: 4 }]);
    else tell(null, address, 4);
  };
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(lie as unknown as typeof dns.lookup);
  onTestFinished(() => spy.mockRestore());
}

// The second address of the same computer is another computer here: only Linux has it without further ado.
describe.runIf(process.platform === 'linux')('localhost', () => {
  it('is this computer, whatever a resolver says', async () => {
    const own = await serverAt('127.0.0.1');
    const liar = await serverAt('127.0.0.2', own.port);
    lyingResolver('127.0.0.2');
    expect(await send(`http://localhost:${own.port}`)).toMatchObject({ status: 200 });
    expect([own.asked.length, liar.asked.length]).toEqual([1, 0]);
  });

  it('is not what a resolver says where nobody listens here', async () => {
    const liar = await serverAt('127.0.0.2');
    lyingResolver('127.0.0.2');
    expect(await kindOf(send(`http://localhost:${liar.port}`))).toBe('unreachable');
    expect(liar.asked).toEqual([]);
  });

  it('is found at its newer address, too', async () => {
    const own = await serverAt('::1');
    lyingResolver('127.0.0.2');
    expect(await send(`http://localhost:${own.port}`)).toMatchObject({ status: 200 });
  });
});

it('the resolver of these tests lies', async () => {
  const liar = await serverAt('127.0.0.1');
  lyingResolver('127.0.0.1');
  expect(await send(`http://service.test:${liar.port}`)).toMatchObject({ status: 200 });
});

it.each(['localhost', '127.0.0.1'])('nothing for %s goes through a proxy', async (host) => {
  const server = await httpServer((_request, response) => response.end('{}'));
  const proxy = await tcpServer(() => undefined);
  const proxies = `PROXY 127.0.0.1:${proxy.port}`;
  expect(await send(`http://${host}:${server.port}`, { proxy: proxies })).toMatchObject({ status: 200 });
  expect(proxy.received).toEqual([]);
});
