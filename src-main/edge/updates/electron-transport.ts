import type { Readable } from 'node:stream';
import { net } from 'electron';
import { openSession } from '../pages/fence';
import { mayLeadTo, type Transport } from './transport';

/** How often in a row a server may point elsewhere. */
const furthest = 5;

/**
 * Files over Chromium's network, which knows the system's proxies and certificates, in a session that no page uses:
 * nothing is kept, and nothing of a former answer is sent.
 */
export async function electronTransport(): Promise<Transport> {
  const session = await openSession('latchkey-updates');
  return (address, stop) =>
    new Promise((resolve, reject) => {
      const request = net.request({
        url: address.href,
        session,
        redirect: 'manual',
        credentials: 'omit',
        headers: { 'User-Agent': 'Latchkey' },
      });
      let times = 0;
      request.on('redirect', (_status, _method, to) => {
        times += 1;
        if (times <= furthest && mayLeadTo(address, to)) request.followRedirect();
        else request.abort();
      });
      request.on('response', (response) => {
        const { date } = response.headers;
        resolve({
          status: response.statusCode,
          date: Date.parse(String(date)) || null,
          // It is one, though Electron's types do not say so.
          body: response as unknown as Readable,
        });
      });
      request.on('error', reject);
      request.on('abort', () => reject(new Error('stopped')));
      stop.addEventListener('abort', () => request.abort());
      request.end();
    });
}
