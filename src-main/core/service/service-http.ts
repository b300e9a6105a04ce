import { AppError, type ErrorCode } from '#contract/errors';
import { readSunset } from './otp-answers';
import type { Clock } from '../ports/clock';
import { type Http, HttpFailure, type HttpReply, type HttpRequest } from '../ports/http';
import type { Random } from '../ports/random';

/** Milliseconds for a whole call; a verify gets more because giving up on one leaves the code's fate unknown. */
export const deadlines = { usual: 10_000, verify: 15_000 } as const;

/** Whom to call, and as whom. */
export interface Caller {
  /** Without a slash at its end. */
  readonly serviceUrl: string;
  readonly token: string;
  readonly tokenPrefix: '' | 'Bearer';
}

export interface ServiceHttpPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly version: string;
}

/** Requests to a service with its token, and what may be sent again: a GET at most twice more, a POST never. */
export class ServiceHttp {
  readonly #ports: ServiceHttpPorts;
  readonly #onSunset: (caller: Caller, date: string) => void;

  /** @param onSunset is told of every `Sunset` header (yyyy-mm-dd) */
  constructor(ports: ServiceHttpPorts, onSunset: (caller: Caller, date: string) => void) {
    this.#ports = ports;
    this.#onSunset = onSunset;
  }

  /** All attempts share one deadline. @throws AppError when no reply came */
  async get(caller: Caller, path: string): Promise<HttpReply> {
    const { clock, random } = this.#ports;
    const end = clock.now() + deadlines.usual;
    for (let attempt = 1; ; attempt += 1) {
      const pause = attempt * (200 + 300 * random.fraction());
      const isLast = (): boolean => attempt === 3 || end - clock.now() < pause + 1_000;
      try {
        const reply = await this.#send(caller, 'GET', path, end - clock.now());
        if (isLast() || ![502, 503, 504].includes(reply.status)) return reply;
      } catch (error) {
        if (isLast() || !mayPass(error)) throw asAppError(error, 'GET');
      }
      await clock.wait(pause);
    }
  }

  /** @throws AppError `outcome-unknown` when it may have been sent and no reply of the service came */
  async post(caller: Caller, path: string, deadline: number = deadlines.usual): Promise<HttpReply> {
    let reply: HttpReply;
    try {
      reply = await this.#send(caller, 'POST', path, deadline);
    } catch (error) {
      throw asAppError(error, 'POST');
    }
    // A gateway that gave up says nothing about whether the service behind it acted.
    if (reply.status === 502 || reply.status === 504) throw new AppError('outcome-unknown');
    return reply;
  }

  async #send(caller: Caller, method: HttpRequest['method'], path: string, deadline: number) {
    const headers = {
      accept: 'application/json',
      'user-agent': `Latchkey/${this.#ports.version}`,
      'x-auth-token': caller.tokenPrefix === '' ? caller.token : `${caller.tokenPrefix} ${caller.token}`,
    };
    const reply = await this.#ports.http.send({ method, url: caller.serviceUrl + path, headers, deadline });
    const sunset = readSunset(reply);
    if (sunset !== null) this.#onSunset(caller, sunset);
    // Some services quote what they refuse, and their words are shown. Other spellings are found in the words (words.ts).
    const isQuote = reply.status >= 400 && reply.body !== null;
    return isQuote ? { ...reply, body: reply.body.replaceAll(caller.token, '…') } : reply;
  }
}

/** Whether a failure of the way may be gone a moment later. */
const mayPass = (error: unknown): boolean =>
  error instanceof HttpFailure && (error.kind === 'unreachable' || error.kind === 'broken-off');

/** What a request without a reply means: after a POST that may have been sent, nobody knows what was done. */
function asAppError(error: unknown, method: HttpRequest['method']): unknown {
  if (!(error instanceof HttpFailure)) return error;
  const codes: Record<HttpFailure['kind'], ErrorCode> = {
    unreachable: 'offline',
    'not-trusted': 'connection-not-trusted',
    'proxy-unsupported': 'proxy-unsupported',
    redirected: 'redirect-refused',
    'timed-out': method === 'POST' ? 'outcome-unknown' : 'timed-out',
    'broken-off': method === 'POST' ? 'outcome-unknown' : 'offline',
  };
  return new AppError(codes[error.kind]);
}
