import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UpdateFailure } from '../../../../src-main/core/ports/package-updates';
import { listName } from '../../../../src-main/edge/updates/signed-updates';
import { mayLeadTo } from '../../../../src-main/edge/updates/transport';
import { listFile, signedServer } from './signed-server';

const day = 24 * 60 * 60_000;
const noTell = (): void => undefined;

/** How a task fails; what it gives when it does not. */
const said = (task: Promise<unknown>): Promise<unknown> =>
  task.catch((error: unknown) => (error instanceof UpdateFailure ? error.kind : error));

/** An endless answer, and how much of it was taken before the connection was ended. */
function endless(server: Awaited<ReturnType<typeof signedServer>>, name: string): Promise<number> {
  return new Promise((resolve) => {
    server.instead.set(name, (request, response) => {
      let sent = 0;
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 32))) sent += 16_384;
        sent += 16_384;
      };
      response.on('drain', more);
      request.on('close', () => resolve(sent));
      more();
    });
  });
}

test('a newer version is found, fetched and handed on as it was signed', async () => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const updates = server.start();
  expect(await updates.look()).toBe('0.2.0');
  const percents: number[] = [];
  await updates.fetch((percent) => percents.push(percent));
  expect(percents.at(-1)).toBe(100);
  await updates.install();
  const [fetched] = server.installed;
  expect(fetched?.listed).toMatchObject({ name: 'latchkey_0.2.0_amd64.deb', size: 300_000 });
  expect(await readFile(fetched?.file ?? '')).toHaveLength(300_000);
  // What is here already is not fetched again.
  await updates.fetch(noTell);
  const later = server.start();
  await later.look();
  await later.fetch(noTell);
  expect(server.asked.filter((name) => name.endsWith('.deb'))).toHaveLength(1);
});

test('what was installed from is removed, and what was seen stays', async () => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const updates = server.start();
  await updates.look();
  await updates.fetch(noTell);
  expect((await readdir(server.folder)).sort()).toEqual(['newest.json', 'pending']);
  expect(await server.start('0.2.0').look()).toBeNull();
  expect(await readdir(server.folder)).toEqual(['newest.json']);
});

test('an old list, signed as well as ever, is not taken after a newer one: not in this run, nor in the next', async () => {
  const server = await signedServer();
  await server.publish('0.3.0');
  const updates = server.start();
  expect(await updates.look()).toBe('0.3.0');
  await server.publish('0.2.0');
  expect(await said(updates.look())).toBe('outdated');
  expect(await said(server.start().look())).toBe('outdated');
  await server.publish('0.3.0', { now: Date.now() - 10 * day });
  expect(await said(server.start().look())).toBe('outdated');
  await server.publish('0.3.1');
  expect(await server.start().look()).toBe('0.3.1');
});

test('an older version than this one is none, and no trouble in a profile that has seen nothing', async () => {
  const server = await signedServer();
  await server.publish('0.2.0');
  expect(await server.start('0.3.0').look()).toBeNull();
  expect(await server.start('0.2.0').look()).toBeNull();
  expect(await server.start('0.2.0-beta.1').look()).toBe('0.2.0');
});

test('what is remembered may be damaged, or cannot be written: the run itself still remembers', async () => {
  const server = await signedServer();
  await server.publish('0.3.0');
  await server.start().look();
  await writeFile(path.join(server.folder, 'newest.json'), '{"version":"9');
  expect(await server.start().look()).toBe('0.3.0');
  const elsewhere = await signedServer();
  await writeFile(elsewhere.folder, 'no folder');
  await elsewhere.publish('0.3.0');
  const updates = elsewhere.start();
  expect(await updates.look()).toBe('0.3.0');
  await elsewhere.publish('0.2.0');
  expect(await said(updates.look())).toBe('outdated');
});

test('a list that has run out is told from a clock that is wrong', async () => {
  const server = await signedServer();
  await server.publish('0.2.0', { now: Date.now() - 100 * day });
  expect(await said(server.start().look())).toBe('expired');
  await server.publish('0.2.0');
  expect(await said(server.start('0.1.0', () => Date.now() + 200 * day).look())).toBe('clock-wrong');
  expect(await said(server.start('0.1.0', () => Date.now() - 200 * day).look())).toBe('clock-wrong');
  expect(await readdir(path.dirname(server.folder))).toEqual([]);
});

test('a list of another product under the same key is none', async () => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const list = JSON.parse(await readFile(path.join(server.files, listFile), 'utf8')) as object;
  await server.publishList(JSON.stringify({ ...list, product: 'otherkey' }));
  expect(await said(server.start().look())).toBe('not-genuine');
  await server.publishList(JSON.stringify(list));
  expect(await server.start().look()).toBe('0.2.0');
});

test.each([
  [listFile, 64 * 1024],
  [`${listFile}.sig`, 1024],
])('of an endless %s little more than %i bytes are taken', async (name, cap) => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const taken = endless(server, name);
  expect(await said(server.start().look())).toBe('unreachable');
  // What the two ends of a connection hold between them comes on top.
  expect(await taken).toBeLessThan(cap + 8_000_000);
});

test('a list that is large and signed is none all the same', async () => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const list = await readFile(path.join(server.files, listFile), 'utf8');
  await server.publishList(list + ' '.repeat(64 * 1024));
  expect(await said(server.start().look())).toBe('unreachable');
});

test('of a package, not one byte is kept that the list does not know of', async () => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const updates = server.start();
  await updates.look();
  const taken = endless(server, 'latchkey_0.2.0_amd64.deb');
  expect(await said(updates.fetch(noTell))).toBe('not-genuine');
  expect(await taken).toBeLessThan(300_000 + 8_000_000);
  expect(await readdir(path.join(server.folder, 'pending'))).toEqual([]);
});

test.each([
  ['is another', Buffer.alloc(300_000, 8), 'not-genuine'],
  ['is broken off', Buffer.alloc(299_999, 7), 'unreachable'],
  ['is empty', Buffer.alloc(0), 'unreachable'],
])('a package that %s leaves nothing behind', async (_what, content, kind) => {
  const server = await signedServer();
  await server.publish('0.2.0');
  const updates = server.start();
  await updates.look();
  server.instead.set('latchkey_0.2.0_amd64.deb', (_request, response) => response.end(content));
  expect(await said(updates.fetch(noTell))).toBe(kind);
  expect(await readdir(path.join(server.folder, 'pending'))).toEqual([]);
  expect(await said(updates.install())).toBe('not-installed');
  server.instead.clear();
  await updates.fetch(noTell);
  await updates.install();
  expect(server.installed).toHaveLength(1);
});

test.each([
  ['https://one.example/list', 'https://other.example/file', true],
  ['https://one.example/list', 'http://other.example/file', false],
  ['https://one.example/list', 'http://127.0.0.1:80/file', false],
  ['https://one.example/list', 'file:///etc/passwd', false],
  ['https://one.example/list', '/relative', false],
  ['http://127.0.0.1:8080/list', 'http://127.0.0.1:8081/file', true],
  ['http://127.0.0.1:8080/list', 'http://localhost.example/file', false],
])('a server at %s may lead to %s: %s', (from, to, may) => {
  expect(mayLeadTo(new URL(from), to)).toBe(may);
});

test.each([
  ['linux', 'x64', 'latest-linux.yml'],
  ['linux', 'arm64', 'latest-linux-arm64.yml'],
  ['darwin', 'arm64', 'latest-mac.yml'],
  ['win32', 'x64', 'latest.yml'],
] as const)('the list for %s on %s is %s', (platform, arch, name) => {
  expect(listName(platform, arch)).toBe(name);
});
