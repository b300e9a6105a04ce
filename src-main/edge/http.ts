import tls from 'node:tls';
import { Agent, type Dispatcher, fetch, ProxyAgent, type Response } from 'undici';
import {
  type Http,
  HttpFailure,
  type HttpFailureKind,
  type HttpReply,
  type HttpRequest,
} from '../core/ports';

/** Bytes of a body after decompression. The longest honest answer is a few kilobytes. */
const longestBody = 256 * 1024;

/** Gives the system's proxy for a URL in Chromium's form: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, `SOCKS …`. */
export type ResolveProxy = (url: string) => Promise<string>;

/**
 * HTTP through undici, never through Chromium's stack: that one sends a POST again when a reused connection dies
 * (docs/decisions/0004-undici.md). Certificates are checked whatever the environment says, redirects are refused
 * because they would take the token along, and connections are not reused, so no request meets a dead one.
 */
export function undiciHttp(resolveProxy: ResolveProxy): Http {
  return {
    async send(request) {
      const dispatcher = await dispatcherFor(request.url, resolveProxy);
      try {
        return await exchange(request, dispatcher);
      } finally {
        void dispatcher.destroy();
      }
    },
  };
}

async function exchange(request: HttpRequest, dispatcher: Dispatcher): Promise<HttpReply> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), Math.max(1, request.deadline));
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      redirect: 'error',
      signal: deadline.signal,
      dispatcher,
    });
    const body = await readBody(response).catch(() => null);
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch (error) {
    throw new HttpFailure(deadline.signal.aborted ? 'timed-out' : kindOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The decoded text. Rejects when it is longer than the cap, is cut off, or is not UTF-8. */
async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).byteLength;
    if (length > longestBody) throw new RangeError('body too long');
    chunks.push(chunk as Uint8Array);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
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

async function dispatcherFor(url: string, resolveProxy: ResolveProxy): Promise<Dispatcher> {
  // The origin is enough, and the path may hold a one-time code.
  const [first = 'DIRECT'] = (await resolveProxy(new URL(url).origin)).split(';');
  const [kind = 'DIRECT', address = ''] = first.trim().split(/\s+/);
  switch (kind.toUpperCase()) {
    case 'DIRECT':
      return new Agent({ connect: secure(), pipelining: 0 });
    case 'PROXY':
    case 'HTTPS': {
      const scheme = kind.toUpperCase() === 'PROXY' ? 'http' : 'https';
      return new ProxyAgent({ uri: `${scheme}://${address}`, requestTls: secure(), proxyTls: secure() });
    }
    default:
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
    if (message === 'unexpected redirect') return 'redirected';
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
