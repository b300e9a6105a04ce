import type { LookupFunction } from 'node:net';
import tls from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { type Http, HttpFailure, type HttpFailureKind } from '../../core/ports/http';
import { isThisComputer } from '../../core/records/service-url';
import { exchange } from './send-once';
import { lookUpThisComputer } from './own-addresses';

/** Gives the system's proxy for a URL in Chromium's form: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, `SOCKS …`. */
export type ResolveProxy = (url: string) => Promise<string>;

/**
 * HTTP through undici, never through Chromium's stack: that one sends a POST again when a reused connection dies
 * (docs/decisions/0004-undici.md). Certificates are checked whatever the environment says, redirects are refused
 * because they would take the token along, and connections are not reused, so no request meets a dead one. What is on
 * this computer is reached here alone, whatever a resolver or a proxy says: over http nothing proves who answers.
 */
export function undiciHttp(resolveProxy: ResolveProxy): Http {
  return {
    async send(request) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), Math.max(1, request.deadline));
      try {
        const dispatcher = isHere(request.url)
          ? directly({ lookup: lookUpThisComputer })
          : dispatcherFor(await proxyFor(request.url, resolveProxy, deadline.signal));
        const reply = await exchange(request, dispatcher, deadline.signal).finally(
          () => void dispatcher.destroy(),
        );
        if (redirects.has(reply.status)) throw new HttpFailure('redirected');
        return reply;
      } catch (error) {
        if (error instanceof HttpFailure) throw error;
        throw new HttpFailure(deadline.signal.aborted ? 'timed-out' : kindOf(error));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function isHere(url: string): boolean {
  try {
    return isThisComputer(new URL(url).hostname);
  } catch {
    throw new HttpFailure('unreachable');
  }
}

/** Shorter than any deadline, so that a host that does not answer is told from one that fell silent later. */
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

/** Statuses that point elsewhere. Nobody goes there, for the token would go along. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The system's proxies for a URL. Asking may run a script of the office's, which may fail or hang. */
async function proxyFor(url: string, resolveProxy: ResolveProxy, deadline: AbortSignal): Promise<string> {
  const tooLate = new Promise<never>((_resolve, reject) => {
    deadline.addEventListener('abort', () => reject(new HttpFailure('unreachable')));
  });
  try {
    // The origin is enough, and the path may hold a one-time code.
    return await Promise.race([resolveProxy(new URL(url).origin), tooLate]);
  } catch {
    throw new HttpFailure('unreachable');
  }
}

/** @param proxies the first of them is taken */
function dispatcherFor(proxies: string): Dispatcher {
  const [first = ''] = proxies.split(';');
  const [kind = '', address = ''] = first.trim().toUpperCase().split(/\s+/);
  switch (kind) {
    case '':
    case 'DIRECT':
      return directly();
    case 'PROXY':
      return proxyAgent(`http://${address}`);
    case 'HTTPS':
      return proxyAgent(`https://${address}`);
    default:
      throw new HttpFailure('proxy-unsupported');
  }
}

const directly = (how: { readonly lookup?: LookupFunction } = {}): Dispatcher =>
  new Agent({ connect: { ...secure(), ...how }, pipelining: 0 });

function proxyAgent(uri: string): Dispatcher {
  try {
    return new ProxyAgent({ uri, requestTls: secure(), proxyTls: secure() });
  } catch {
    throw new HttpFailure('proxy-unsupported');
  }
}

/** Trouble before anything was sent. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function kindOf(error: unknown): HttpFailureKind {
  for (const cause of causes(error)) {
    const { code = '', message = '' } = cause as { code?: string; message?: string };
    // The proxy wants a name and a password, or did not get through: undici has no codes for these.
    if (message.startsWith('Proxy response (407)')) return 'proxy-unsupported';
    if (message.startsWith('Proxy response (')) return 'unreachable';
    if (unreachable.has(code)) return 'unreachable';
    if (/CERT|SELF_SIGNED|UNABLE_TO_|SSL|TLS|EPROTO|HOSTNAME_MISMATCH/.test(code)) return 'not-trusted';
  }
  return 'broken-off';
}

/** An error, what caused it, and what it gathers (one error for each address of a host). */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const gathered = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [error, ...gathered.flatMap(causes), ...causes(error.cause)];
}
