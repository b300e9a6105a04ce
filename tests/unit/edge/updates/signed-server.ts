import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { publicHalf, signFeed } from '../../../../scripts/packaging/sign-feed.mjs';
import type { Fetched, Installer } from '../../../../src-main/edge/updates/installer';
import { signedUpdates } from '../../../../src-main/edge/updates/signed-updates';
import type { Transport } from '../../../../src-main/edge/updates/transport';
import { temporaryFolder } from '../files/temporary-folder';

export const listFile = 'latest-linux.yml';
const { privateKey } = generateKeyPairSync('ed25519');

/** Files over Node's own client, in place of Chromium's, which runs in Electron alone. */
const transport: Transport = (address, stop) =>
  new Promise((resolve, reject) => {
    get(address, { signal: stop }, (response: IncomingMessage) =>
      resolve({
        status: response.statusCode ?? 0,
        date: Date.parse(response.headers.date ?? '') || null,
        body: response,
      }),
    ).on('error', reject);
  });

/** A server on this computer with a signed version, a profile that looks there, and what came of it. */
export async function signedServer(content: Buffer = Buffer.alloc(300_000, 7)) {
  const [files, folder] = [await temporaryFolder(), path.join(await temporaryFolder(), 'updates')];
  const asked: string[] = [];
  /** Answers in place of the folder, by path. */
  const instead = new Map<string, RequestListener>();
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    asked.push(name);
    const other = instead.get(name);
    if (other) {
      other(request, response);
      return;
    }
    readFile(path.join(files, name)).then(
      (found) => response.end(found),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const installed: Fetched[] = [];
  const installer: Installer = {
    prepare: () => Promise.resolve(),
    install: (fetched) => Promise.resolve(void installed.push(fetched)),
  };
  return {
    files,
    folder,
    asked,
    instead,
    installed,
    /** Puts a version there, and nothing of the one before. */
    async publish(version: string, about: { days?: number; now?: number } = {}): Promise<void> {
      await rm(files, { recursive: true });
      await mkdir(files);
      await writeFile(path.join(files, `latchkey_${version}_amd64.deb`), content);
      await signFeed(files, privateKey, { version, ...about });
    },
    /** Puts any text there as a list, under a good signature. */
    async publishList(text: string | Buffer): Promise<void> {
      await writeFile(path.join(files, listFile), text);
      const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
      await writeFile(path.join(files, `${listFile}.sig`), signature);
    },
    /** A Latchkey that has started, with the profile that is there. */
    start: (version = '0.1.0', now = Date.now) =>
      signedUpdates({
        kind: 'deb',
        feed: {
          url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
          publicKey: publicHalf(privateKey),
        },
        list: listFile,
        ...{ version, folder, transport, installer, now },
      }),
  };
}
