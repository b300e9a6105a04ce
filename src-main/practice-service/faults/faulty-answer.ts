import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault';
import { empty, failure, JSON_TYPE, type Reply } from '../http/reply';

/** What is done with the connection: a whole reply, a reply that never ends, or a reset. */
export type Answer =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'drip'; readonly reply: Reply }
  | { readonly kind: 'reset' };

/** Performs a fault around a call. */
export async function faultyAnswer(fault: Fault, call: () => Promise<Reply>): Promise<Answer> {
  if (fault.reset === true) return { kind: 'reset' };
  const reply = withHeaders(cannedReply(fault) ?? (await call()), fault);
  // A wait must not keep a process alive whose service is closed.
  if (fault.latencyMs !== undefined) await delay(fault.latencyMs, undefined, { ref: false });
  if (fault.resetAfterHandling === true) return { kind: 'reset' };
  return { kind: fault.drip === true ? 'drip' : 'reply', reply };
}

/** The reply that takes the call's place; null when the call is to do its work. */
function cannedReply({ status, body, redirect, drip }: Fault): Reply | null {
  if (redirect !== undefined) return empty(status ?? 307, { Location: redirect });
  if (body !== undefined || drip === true) {
    return { status: status ?? 200, headers: { 'Content-Type': JSON_TYPE }, body: body ?? '' };
  }
  if (status === undefined) return null;
  return status < 400 ? empty(status) : failure(status, `The practice service was told to answer ${status}`);
}

function withHeaders(reply: Reply, { contentType, headers }: Fault): Reply {
  const type = contentType === undefined ? {} : { 'Content-Type': contentType };
  return { ...reply, headers: { ...reply.headers, ...type, ...headers } };
}
