import { AppError, type ErrorCode } from '#contract/errors';
import type { VerifyOutcome } from '#contract/contract';
import {
  failureOf,
  parseJson,
  readPhoneEnding,
  readRecoveryCodes,
  readRetryAt,
  readSession,
  type SessionToken,
  wordsOf,
} from './otp-answers';
import type { Clock } from '../ports/clock';
import type { HttpReply } from '../ports/http';
import { type Caller, deadlines, type ServiceHttp } from './service-http';

type Refusal = Exclude<VerifyOutcome, { outcome: 'accepted' }>;
export type Verified = { readonly outcome: 'accepted'; readonly session: SessionToken | null } | Refusal;

/**
 * The client of the four OTP calls and of GET /user. Every status, documented or not, ends as a value or as an
 * AppError; the facts about the API stand in docs/otp-api.md.
 */
export class OtpApi {
  readonly #service: ServiceHttp;
  readonly #clock: Clock;

  constructor(service: ServiceHttp, clock: Clock) {
    this.#service = service;
    this.#clock = clock;
  }

  /**
   * Has the service text a code.
   *
   * @returns until when asking again is pointless (epoch milliseconds), when the service says so
   * @throws AppError `no-phone-number`, and whatever can happen on any call
   */
  async requestCode(caller: Caller): Promise<number | null> {
    const reply = await this.#service.post(caller, '/user/otp/sms/receive');
    if (reply.status === 200 && parseJson(reply.body) === undefined && reply.body !== '') {
      throw new AppError('answer-not-understood');
    }
    if (reply.status > 204) {
      throw this.#failure(caller, reply, { 422: 'no-phone-number', 404: notFound(reply, 'not-found') });
    }
    const used = reply.headers['x-ratelimit-remaining'];
    return reply.headers['retry-after'] !== undefined || used === '0'
      ? readRetryAt(reply, this.#clock.now())
      : null;
  }

  /**
   * Verifies a code, texted or of the recovery kind.
   *
   * @throws AppError `refusal-unclear` when a 401 cannot be told apart, `outcome-unknown` when no answer came,
   * `code-invalid` for dots alone, which no encoding keeps from naming another call
   */
  async verify(caller: Caller, code: string): Promise<Verified> {
    if (/^\.{1,2}$/.test(code)) throw new AppError('code-invalid');
    const path = `/user/otp/verify/${encodeURIComponent(code)}`;
    const reply = await this.#service.post(caller, path, deadlines.verify);
    if (reply.status === 204) return { outcome: 'accepted', session: null };
    if (reply.status === 200 || reply.status === 201) {
      return { outcome: 'accepted', session: readSession(reply) };
    }
    const secrets = [caller.token, code];
    if (reply.status === 401) return this.#explainRefusal(caller, wordsOf(reply, secrets));
    if ([400, 422, 424].includes(reply.status)) return refusal(wordsOf(reply, secrets));
    throw failureOf(reply, { 404: notFound(reply, 'not-found') }, this.#clock.now(), secrets);
  }

  /** The recovery codes as the service lists them. @throws AppError `no-recovery-codes`, `recovery-codes-unavailable` */
  async recoveryCodes(caller: Caller): Promise<string[]> {
    return this.#codesIn(caller, await this.#service.get(caller, '/user/otp/recovery-codes'));
  }

  /**
   * Makes the service replace the recovery codes.
   *
   * @throws AppError `outcome-unknown` or `answer-not-understood` when the old codes may be void already
   */
  async newRecoveryCodes(caller: Caller): Promise<string[]> {
    return this.#codesIn(caller, await this.#service.post(caller, '/user/otp/recovery-codes'));
  }

  /** The ending of the caller's phone number, if told. @throws AppError `token-refused` when the token is not known */
  async whoAmI(caller: Caller): Promise<{ readonly phoneEnding: string | null }> {
    const reply = await this.#service.get(caller, '/user');
    if (reply.status !== 200) throw this.#failure(caller, reply);
    const who = parseJson(reply.body);
    if (typeof who !== 'object' || who === null || Array.isArray(who)) {
      throw new AppError('answer-not-understood');
    }
    return { phoneEnding: readPhoneEnding(reply) };
  }

  /** A verify's 401 may mean the code or the token: GET /user tells which, or nobody knows. */
  async #explainRefusal(caller: Caller, words: string | null): Promise<Refusal> {
    try {
      await this.whoAmI(caller);
    } catch (error) {
      if (error instanceof AppError && error.code === 'token-refused') throw error;
      throw new AppError('refusal-unclear', { words: words ?? undefined });
    }
    return refusal(words);
  }

  #codesIn(caller: Caller, reply: HttpReply): string[] {
    if (reply.status === 200) return readRecoveryCodes(reply, [caller.token]);
    const absent = notFound(reply, 'no-recovery-codes');
    throw this.#failure(caller, reply, { 404: absent, 422: 'recovery-codes-unavailable' });
  }

  #failure(caller: Caller, reply: HttpReply, own: Partial<Record<number, ErrorCode>> = {}): AppError {
    return failureOf(reply, own, this.#clock.now(), [caller.token]);
  }
}

/**
 * What a 404 means: the page of somebody else's server says nothing of an account. Without one, the call that is there for
 * everybody is not there for this token, or the address is another service's: nobody can tell.
 */
function notFound({ body }: HttpReply, otherwise: ErrorCode): ErrorCode {
  return body !== null && body !== '' && parseJson(body) === undefined ? 'not-this-api' : otherwise;
}

/** Undocumented words, so only what they plainly say is believed; anything else is "rejected". */
function refusal(words: string | null): Refusal {
  const said = words ?? '';
  if (/\bexpired\b/i.test(said)) return { outcome: 'expired', words };
  if (/\b(already|been) used\b/i.test(said)) return { outcome: 'already-used', words };
  if (/\btoo many\b/i.test(said)) return { outcome: 'too-many-tries', words };
  return { outcome: 'rejected', words };
}
