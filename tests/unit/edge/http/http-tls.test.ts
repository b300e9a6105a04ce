import { fetch } from 'undici';
import { describe, expect, it, vi } from 'vitest';
import { httpServer, selfSignedServer } from './hostile-server';
import { kindOf, send } from './send';

/** An https server on loopback that nobody has a reason to trust, and how many requests got through to it. */
const untrusted = () => selfSignedServer((_request, response) => response.writeHead(204).end());

describe('a certificate that proves nothing', () => {
  it('is refused before anything is sent', async () => {
    const server = await untrusted();
    expect(await kindOf(send(server.url))).toBe('not-trusted');
    expect(server.received).toEqual([]);
  });

  it('is refused although the environment says to take anything', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const server = await untrusted();
    expect((await fetch(server.url)).status, 'the environment does what it says').toBe(204);
    expect(await kindOf(send(server.url))).toBe('not-trusted');
    expect(server.received, 'of the other client alone').toHaveLength(1);
    vi.unstubAllEnvs();
  });

  it('is refused under a name that it is not for as well', async () => {
    const server = await untrusted();
    expect(await kindOf(send(server.url.replace('127.0.0.1', '127.0.0.2')))).not.toBe('answered 204');
  });
});

describe('a server without TLS', () => {
  it('behind an https address gets nothing', async () => {
    const server = await httpServer((_request, response) => response.writeHead(204).end());
    expect(await kindOf(send(server.url.replace('http:', 'https:')))).toBe('not-trusted');
    expect(server.received).toEqual([]);
  });
});
