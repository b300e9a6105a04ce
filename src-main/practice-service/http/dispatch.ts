import type { IncomingMessage } from 'node:http';
import type { FaultBox } from '../faults/fault-box';
import { controlFault, FAULT_PATH } from '../faults/fault-control';
import { type Answer, faultyAnswer } from '../faults/faulty-answer';
import { isKnownToken, refuseBrowsers } from './guard';
import type { Practice } from '../calls/practice';
import { failure, type Reply, unauthorized } from './reply';
import { readBody } from './request-body';
import { maskedPath, type Match, matchRoute, routeName } from './routes';
import type { SeenRequest } from '../service';

/** The path that every call begins with. */
export const BASE_PATH = '/metal/v1';

/** What requests are answered with. */
export interface AccountScreens {
  readonly practice: Practice;
  readonly faults: FaultBox;
  readonly allowFaults: boolean;
  readonly notice: (request: SeenRequest) => void;
  /** Told what made a request fail with 500. */
  readonly onFailure: (error: unknown) => void;
}

/** Decides the answer to a request. Rejects when the sender goes away or the state cannot be saved. */
export async function dispatch(desk: AccountScreens, request: IncomingMessage): Promise<Answer> {
  const refusal = refuseBrowsers(request.headers);
  const body = await readBody(request);
  if (refusal !== null) return whole(refusal);
  if (body === null) return whole(failure(413, 'The body is too large'));

  const method = request.method ?? '';
  const path = (request.url ?? '').replace(/\?.*/s, '');
  if (desk.allowFaults && path === FAULT_PATH) return whole(controlFault(desk.faults, method, body));
  if (!path.startsWith(`${BASE_PATH}/`)) return whole(failure(404, 'Not found'));

  const inApi = path.slice(BASE_PATH.length);
  desk.notice({ method, path: maskedPath(inApi) });
  const match = matchRoute(method, inApi);
  const call = () => answerCall(desk.practice, request, match);
  const fault = desk.faults.take(match.route === null ? undefined : routeName(match.route));
  return fault === null ? whole(await call()) : await faultyAnswer(fault, call);
}

async function answerCall(practice: Practice, request: IncomingMessage, match: Match): Promise<Reply> {
  if (match.route === null) {
    if (match.allow.length === 0) return failure(404, 'Not found');
    return failure(405, 'Method not allowed', { Allow: match.allow.join(', ') });
  }
  const token = oneHeader(request, 'x-auth-token');
  if (!isKnownToken(practice.store.current, token, practice.now())) return unauthorized();
  return await match.route.call(practice, { otp: match.otp, otpToken: oneHeader(request, 'x-otp-token') });
}

function whole(reply: Reply): Answer {
  return { kind: 'reply', reply };
}

function oneHeader(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
