import type { Dispatcher } from 'undici';
import { HttpFailure, type HttpFailureKind, type HttpReply, type HttpRequest } from '../../core/ports/http';
import { exchange } from './send-once';

/** A way to send a request. It throws where Latchkey cannot go that way. */
export type Way = () => Dispatcher;

/**
 * Sends a request by the first way on which it leaves this computer. What fails before that goes the next way, as
 * browsers do it: an office's list names a second proxy for when the first one is down. Once anything was sent nobody else
 * gets it, and a certificate that proves nothing is no reason to look for another one who answers.
 *
 * @param deadline ends everything; a way that is not the last has its share of the time to begin
 * @throws HttpFailure of the last way that is supported, or that none is
 */
export async function sendByFirst(
  ways: readonly Way[],
  request: HttpRequest,
  deadline: AbortSignal,
): Promise<HttpReply> {
  let last: HttpFailureKind = 'proxy-unsupported';
  for (const [place, way] of ways.entries()) {
    const isLast = place === ways.length - 1;
    const share = isLast ? null : request.deadline / ways.length;
    const tried = await trySending(way, request, { deadline, share });
    if (typeof tried === 'object') return tried;
    if (tried !== 'proxy-unsupported') last = tried;
    if (deadline.aborted) break;
  }
  throw new HttpFailure(last);
}

/**
 * @param within.share milliseconds in which the request has to begin; null for no such limit
 * @returns the reply; or what went wrong before anything was sent
 * @throws HttpFailure where something was sent, or must not be sent to anybody else
 */
async function trySending(
  way: Way,
  request: HttpRequest,
  within: { readonly deadline: AbortSignal; readonly share: number | null },
): Promise<HttpReply | HttpFailureKind> {
  let dispatcher: Dispatcher;
  try {
    dispatcher = way();
  } catch {
    return 'proxy-unsupported';
  }
  const sending = { begun: false };
  // Not AbortSignal.any: Node keeps what that gives for good where somebody listens to it, and the token with it.
  const end = new AbortController();
  const stop = (): void => end.abort();
  within.deadline.addEventListener('abort', stop);
  const timer = within.share === null ? undefined : setTimeout(() => sending.begun || stop(), within.share);
  try {
    return await exchange(request, dispatcher, end.signal, () => (sending.begun = true));
  } catch (error) {
    if (within.deadline.aborted && sending.begun) throw new HttpFailure('timed-out');
    const kind = kindOf(error);
    if (sending.begun || kind === 'not-trusted') throw new HttpFailure(kind);
    return kind === 'broken-off' ? 'unreachable' : kind;
  } finally {
    clearTimeout(timer);
    within.deadline.removeEventListener('abort', stop);
    void dispatcher.destroy();
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
