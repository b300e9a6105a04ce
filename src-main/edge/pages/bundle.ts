import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the window lives: the only origin that is let in over IPC. */
export const bundleOrigin = 'app://bundle';

/**
 * Nothing from anywhere but the bundle, no inline code, no network. Two Trusted Types policies: `svelte-trusted-html`, which
 * Svelte makes for its templates, and `latchkey-reading`, which lets one script of the bundle become a worker, and no other.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html latchkey-reading',
].join('; ');

/** A reply in the form that `protocol.handle` and the tests' browser both take. */
export interface BundleReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Serves the built window by a manifest made at build time: a path is looked up in a fixed list, so there is nothing
 * to traverse.
 *
 * @param folder holds `window-manifest.json` and `window/`
 */
export function bundle(folder: string): (method: string, url: string) => Promise<BundleReply> {
  const manifest = readFile(path.join(folder, 'window-manifest.json'), 'utf8').then(
    (text) => new Map(Object.entries(JSON.parse(text) as Record<string, string>)),
  );
  return async (method, url) => {
    const { host, pathname } = new URL(url);
    const type = host === new URL(bundleOrigin).host ? (await manifest).get(pathname) : undefined;
    if (method !== 'GET' || type === undefined) return notFound;
    return {
      status: 200,
      headers: {
        'content-type': type,
        'content-security-policy': contentSecurityPolicy,
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      body: await readFile(path.join(folder, 'window', pathname)),
    };
  };
}

const notFound: BundleReply = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  body: Buffer.from('Not found\n'),
};
