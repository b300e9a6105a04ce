import { HttpFailure, type HttpReply, type HttpRequest } from '../../../../src-main/core/ports/http';
import { undiciHttp } from '../../../../src-main/edge/http/http';
import { everythingIn } from '../../../app/everything-in';

export const token = 'token-of-ada-lovelace';
const code = '987654';
export const path = `/user/otp/verify/${code}`;

/** Sends a request with a token and a code through the real thing. */
export function send(
  serviceUrl: string,
  {
    method = 'POST',
    deadline = 5_000,
    proxy = 'DIRECT',
  }: Partial<Pick<HttpRequest, 'method' | 'deadline'>> & { proxy?: string } = {},
): Promise<HttpReply> {
  const http = undiciHttp(() => Promise.resolve(proxy));
  return http.send({ method, url: serviceUrl + path, headers: { 'x-auth-token': token }, deadline });
}

/** The kind of failure that a request ends with. Throws for any other end, and for one that tells a secret. */
export async function kindOf(sent: Promise<HttpReply>): Promise<string> {
  const outcome = await sent.then(
    ({ status }) => `answered ${status}`,
    (error: unknown) => error,
  );
  if (typeof outcome === 'string') return outcome;
  if (!(outcome instanceof HttpFailure)) throw new Error('no HttpFailure', { cause: outcome });
  const said = everythingIn(outcome);
  for (const secret of [token, code, '/user/otp']) {
    if (said.includes(secret)) throw new Error(`the failure tells a secret: ${said}`);
  }
  return outcome.kind;
}
