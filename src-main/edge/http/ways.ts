import type { LookupFunction } from 'node:net';
import tls from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';

/** Milliseconds. Shorter than any deadline, so that a host that does not answer is told from one that fell silent later. */
const connectTimeout = 8_000;

/** Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise switch the checks off. */
const secure = (): { rejectUnauthorized: true; timeout: number; ca?: string[] } => ({
  rejectUnauthorized: true,
  timeout: connectTimeout,
  ...systemAuthorities(),
});

let authorities: { ca?: string[] } | undefined;

/** The certificates that the operating system trusts, beside the built-in ones; newer runtimes alone can tell. */
function systemAuthorities(): { ca?: string[] } {
  const list = (tls as { getCACertificates?: (type: 'default' | 'system') => string[] }).getCACertificates;
  authorities ??= list ? { ca: [...new Set([...list('default'), ...list('system')])] } : {};
  return authorities;
}

/** A way to the host itself. */
export const directly = (how: { readonly lookup?: LookupFunction } = {}): Dispatcher =>
  new Agent({ connect: { ...secure(), ...how }, pipelining: 0 });

/**
 * The ways to a host that the system names, in its order.
 *
 * @param proxies in Chromium's form: `PROXY host:port; HTTPS host:port; SOCKS host:port; DIRECT`; empty for none
 * @returns what makes each; it throws where Latchkey cannot go that way
 */
export function waysThrough(proxies: string): (() => Dispatcher)[] {
  const named = proxies
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return (named.length === 0 ? ['DIRECT'] : named).map((one) => () => wayBy(one));
}

function wayBy(named: string): Dispatcher {
  const [kind = '', address = ''] = named.split(/\s+/);
  switch (kind.toUpperCase()) {
    case 'DIRECT':
      return directly();
    case 'PROXY':
      return through(`http://${address}`);
    case 'HTTPS':
      return through(`https://${address}`);
    default:
      throw new TypeError('not supported');
  }
}

const through = (uri: string): Dispatcher =>
  new ProxyAgent({ uri, requestTls: secure(), proxyTls: secure() });
