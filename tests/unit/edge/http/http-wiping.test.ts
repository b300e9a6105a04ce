import { gzipSync } from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { httpServer } from './hostile-server';
import { send } from './send';

const reply = JSON.stringify({ recovery_codes: ['aaaaa-11111', 'bbbbb-22222'] });

afterEach(() => void vi.restoreAllMocks());

it.each([
  ['plain', (text: string) => Buffer.from(text)],
  ['packed', (text: string) => gzipSync(text)],
])('the bytes of a %s reply are wiped when it was read', async (kind, pack) => {
  const bodies: Buffer[] = [];
  const concat = Buffer.concat.bind(Buffer);
  const server = await httpServer((_request, response) => {
    if (kind === 'packed') response.setHeader('content-encoding', 'gzip');
    response.end(pack(reply));
  });
  vi.spyOn(Buffer, 'concat').mockImplementation((parts, length) => {
    const joined = concat(parts, length);
    if (joined.equals(pack(reply))) bodies.push(joined, ...(parts as Buffer[]));
    return joined;
  });
  const decoded: Uint8Array[] = [];
  const original = new TextDecoder('utf-8', { fatal: true });
  const decode = original.decode.bind(original);
  vi.spyOn(TextDecoder.prototype, 'decode').mockImplementation((bytes) => {
    if (bytes instanceof Uint8Array) decoded.push(bytes);
    return decode(bytes);
  });
  expect(await send(server.url)).toMatchObject({ status: 200, body: reply });
  expect(bodies.length).toBeGreaterThan(1);
  expect(decoded).toHaveLength(1);
  for (const bytes of [...bodies, ...decoded]) expect(bytes.every((byte) => byte === 0)).toBe(true);
});
