import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publicHalf, signFeed } from '../../scripts/packaging/sign-feed.mjs';

/** A server with a newer version, as a release puts it there. */
export interface UpdateServer {
  /** What a package has to know of it: its updates.json. */
  readonly feed: { readonly url: string; readonly publicKey: string };
  /** What was asked for, with the headers. */
  readonly requests: { readonly path: string; readonly headers: string }[];
  /** From now on: as it should be, out of reach, signed by somebody else, or with another package than was signed. */
  be(state: 'good' | 'away' | 'forged' | 'tampered'): Promise<void>;
  close(): Promise<void>;
}

/** Serves a package under its version, on this computer. */
export async function startUpdateServer(deb: string, version: string): Promise<UpdateServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-updates-'));
  const [{ privateKey }, { privateKey: stranger }] = [
    generateKeyPairSync('ed25519'),
    generateKeyPairSync('ed25519'),
  ];
  const content = await readFile(deb);
  const name = path.basename(deb);
  const sha512 = createHash('sha512').update(content).digest('base64');
  const list = [
    `version: ${version}`,
    'files:',
    `  - { url: ${name}, sha512: ${sha512}, size: ${content.length} }`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-11-27T00:00:00.000Z'",
  ];
  const publish = async (key: KeyObject): Promise<void> => {
    await writeFile(path.join(folder, 'latest-linux.yml'), `${list.join('\n')}\n`);
    await signFeed(folder, key);
  };
  // One byte somewhere in the middle.
  const tampered = Buffer.from(content);
  tampered[tampered.length >> 1] = (tampered[tampered.length >> 1] ?? 0) ^ 1;

  let state: 'good' | 'away' | 'forged' | 'tampered' = 'good';
  const requests: UpdateServer['requests'] = [];
  const server = createServer((request, response) => {
    const asked = (request.url ?? '').slice(1);
    requests.push({ path: asked, headers: request.rawHeaders.join(' ') });
    if (state === 'away') {
      request.socket.destroy();
      return;
    }
    if (asked === name) {
      response.end(state === 'tampered' ? tampered : content);
      return;
    }
    readFile(path.join(folder, path.basename(asked))).then(
      (file) => response.end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await publish(privateKey);
  return {
    feed: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      publicKey: publicHalf(privateKey),
    },
    requests,
    async be(next) {
      state = next;
      await publish(next === 'forged' ? stranger : privateKey);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
