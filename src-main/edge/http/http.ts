import { type Http, HttpFailure } from '../../core/ports/http';
import { isThisComputer } from '../../core/records/service-url';
import { directly, waysThrough } from './ways';
import { lookUpThisComputer } from './own-addresses';
import { sendByFirst } from './send-by-first';

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
        const ways = isHere(request.url)
          ? [() => directly({ lookup: lookUpThisComputer })]
          : waysThrough(await proxiesFor(request.url, resolveProxy, deadline.signal));
        const reply = await sendByFirst(ways, request, deadline.signal);
        if (redirects.has(reply.status)) throw new HttpFailure('redirected');
        return reply;
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

/** Statuses that point elsewhere. Nobody goes there, for the token would go along. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The system's proxies for a URL. Asking may run a script of the office's, which may fail or hang. */
async function proxiesFor(url: string, resolveProxy: ResolveProxy, deadline: AbortSignal): Promise<string> {
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
