import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundle, bundleOrigin } from '../../../../src-main/edge/pages/bundle';
import { temporaryFolder } from '../files/temporary-folder';

let serve: ReturnType<typeof bundle>;

beforeEach(async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'window', 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'outside');
  await writeFile(path.join(folder, 'window', 'unlisted.js'), 'unlisted');
  await writeFile(path.join(folder, 'window', 'index.html'), '<!doctype html>');
  await writeFile(path.join(folder, 'window', 'assets', 'main.js'), 'main()');
  await writeFile(
    path.join(folder, 'window-manifest.json'),
    JSON.stringify({ '/index.html': 'text/html; charset=utf-8', '/assets/main.js': 'text/javascript' }),
  );
  serve = bundle(folder);
});

describe('the bundle', () => {
  it.each([
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/main.js', 'text/javascript', 'main()'],
    ['/index.html?query#fragment', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/../index.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ])('gives %s with its type', async (url, type, body) => {
    const reply = await serve('GET', bundleOrigin + url);
    expect(reply).toMatchObject({ status: 200, headers: { 'content-type': type } });
    expect(reply.body.toString()).toBe(body);
  });

  it('gives everything under a policy that lets nothing else in', async () => {
    const { headers } = await serve('GET', `${bundleOrigin}/index.html`);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    const policy = (headers['content-security-policy'] ?? '').split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types svelte-trusted-html latchkey-reading',
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|data:|https?:/);
  });

  it.each([
    '/',
    '',
    '/index',
    '/INDEX.HTML',
    '/unlisted.js',
    '/secret.txt',
    '/assets',
    '/assets/',
    '//index.html',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%69ndex.html',
    '/index.html/',
    '/index.html%00.js',
    '/index.html\\',
    '/window-manifest.json',
    '/../window-manifest.json',
    '/etc/passwd',
    '/__proto__',
    '/constructor',
    '/toString',
  ])('has nothing at %j', async (url) => {
    expect(await serve('GET', bundleOrigin + url)).toMatchObject({
      status: 404,
      headers: { 'content-security-policy': "default-src 'none'" },
    });
  });

  it.each([
    'app://other/index.html',
    'app://bundle.evil.test/index.html',
    'app://bundle:80/index.html',
    'app:///index.html',
    'app:index.html',
    'https://evil.test/index.html',
    'file:///index.html',
  ])('is not what %j asks for', async (url) => {
    expect((await serve('GET', url)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get', ''])('answers no %s', async (method) => {
    expect((await serve(method, `${bundleOrigin}/index.html`)).status).toBe(404);
  });
});
