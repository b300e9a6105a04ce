import { generateKeyPairSync, sign } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publicHalf, signFeed } from '../../scripts/packaging/sign-feed.mjs';

/**
 * What a server may be like: as it should be; out of reach; leading elsewhere; without end; with a list that somebody
 * else signed, that is another product's, an older one, or one that has run out; or with another package than was signed.
 */
type ServerState =
  'good' | 'away' | 'astray' | 'endless' | 'forged' | 'foreign' | 'replayed' | 'expired' | 'tampered';

/** A server with a newer version, as a release puts it there. */
export interface UpdateServer {
  /** What a package has to know of it: its updates.json. */
  readonly feed: { readonly url: string; readonly publicKey: string };
  /** What was asked for, with the headers. */
  readonly requests: { readonly path: string; readonly headers: string }[];
  /** What it is like from now on. */
  be(state: ServerState): Promise<void>;
  close(): Promise<void>;
}

const list = process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`;

/** Serves a package under its version, on this computer. */
export async function startUpdateServer(deb: string, version: string): Promise<UpdateServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-updates-'));
  const { privateKey } = generateKeyPairSync('ed25519');
  const content = await readFile(deb);
  const name = path.basename(deb);
  await copyFile(deb, path.join(folder, name));
  await signFeed(folder, privateKey, { version });
  const good = JSON.parse(await readFile(path.join(folder, list), 'utf8')) as object;
  /** Puts a list there that says something else, signed all the same. */
  const publish = async (change: object, key = privateKey): Promise<void> => {
    const text = JSON.stringify({ ...good, ...change });
    await writeFile(path.join(folder, list), text);
    await writeFile(path.join(folder, `${list}.sig`), sign(null, Buffer.from(text), key).toString('base64'));
  };
  const longAgo = { date: '2025-01-01T00:00:00.000Z', expires: '2025-03-01T00:00:00.000Z' };
  const lists: Partial<Record<ServerState, () => Promise<void>>> = {
    forged: () => publish({}, generateKeyPairSync('ed25519').privateKey),
    foreign: () => publish({ product: 'otherkey' }),
    replayed: () => publish({ version: '0.0.10' }),
    expired: () => publish({ ...longAgo, version: '9.0.0' }),
  };
  // One byte somewhere in the middle.
  const tampered = Buffer.from(content);
  tampered[tampered.length >> 1] = (tampered[tampered.length >> 1] ?? 0) ^ 1;

  let state: ServerState = 'good';
  const requests: UpdateServer['requests'] = [];
  const server = createServer((request, response) => {
    const asked = (request.url ?? '').slice(1);
    requests.push({ path: asked, headers: request.rawHeaders.join(' ') });
    const port = (server.address() as AddressInfo).port;
    if (state === 'away') request.socket.destroy();
    else if (state === 'endless') fill(response);
    else if (state === 'astray') lead(response, `http://localhost:${port}/good/${asked}`);
    // As those of a repository's releases do.
    else if (asked === name) lead(response, `/files/${name}`);
    else if (asked === `files/${name}`) response.end(state === 'tampered' ? tampered : content);
    else give(response, asked);
  });
  const give = (response: ServerResponse, asked: string): void =>
    void readFile(path.join(folder, path.basename(asked))).then(
      (file) => response.end(file),
      () => response.writeHead(404).end(),
    );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    feed: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      publicKey: publicHalf(privateKey),
    },
    requests,
    async be(next) {
      state = next;
      await (lists[next] ?? (() => publish({})))();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const lead = (response: ServerResponse, to: string): void =>
  void response.writeHead(302, { location: to }).end();

function fill(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(16_384, 32)));
  };
  response.on('drain', more);
  more();
}
