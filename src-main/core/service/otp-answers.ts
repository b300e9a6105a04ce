import * as v from 'valibot';
import { AppError, type ErrorCode } from '#contract/errors';
import { limits } from '#contract/limits';
import { listedCode } from '#contract/texts';
import type { HttpReply } from '../ports/http';
import { readMoment } from './read-moment';
import { isKeepable } from '../records/token';
import { cleanWords } from './clean-words';

/** The API's Error schema: either field, both, or (behind load balancers) no JSON at all. */
const errorBody = v.object({ error: v.optional(v.unknown()), errors: v.optional(v.unknown()) });
const recoveryCodeList = v.object({
  recovery_codes: v.pipe(v.array(listedCode), v.maxLength(limits.recoveryCodes)),
});
const session = v.object({ token: v.string(), expires_at: v.optional(v.nullable(v.string())) });
const user = v.object({ phone_number: v.optional(v.nullable(v.string())) });

/** What a verify may hand out. `expiresAt` is in epoch milliseconds, null when the service does not say. */
export interface SessionToken {
  readonly token: string;
  readonly expiresAt: number | null;
}

export function parseJson(body: string | null): unknown {
  try {
    return body === null ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * The service's own words in a failure, fit to be shown and without the secrets of the call; null when it said nothing in
 * the Error schema.
 */
export function wordsOf(reply: HttpReply, secrets: readonly string[]): string | null {
  const body = v.safeParse(errorBody, parseJson(reply.body));
  if (!body.success) return null;
  const { error, errors } = body.output;
  const said = [error, ...(Array.isArray(errors) ? (errors as unknown[]) : [errors])];
  return cleanWords(said.filter((one) => typeof one === 'string').join(' '), secrets);
}

/** @throws AppError `answer-not-understood` for anything but a list of usable codes, in which no secret of the call stands */
export function readRecoveryCodes(reply: HttpReply, secrets: readonly string[]): string[] {
  const list = v.safeParse(recoveryCodeList, parseJson(reply.body));
  if (!list.success) throw new AppError('answer-not-understood');
  const { recovery_codes: codes } = list.output;
  // Codes are kept, shown and backed up, and no token is.
  const holds = (code: string): boolean => secrets.some((secret) => secret !== '' && code.includes(secret));
  if (codes.some(holds)) throw new AppError('answer-not-understood');
  return codes;
}

/** Reads the session token of a verify that answered 200 or 201. @throws AppError `answer-not-understood` */
export function readSession(reply: HttpReply): SessionToken {
  const given = v.safeParse(session, parseJson(reply.body));
  if (!given.success || !isKeepable(given.output.token)) throw new AppError('answer-not-understood');
  const expiresAt = readMoment(given.output.expires_at ?? '');
  return { token: given.output.token, expiresAt: expiresAt && Math.max(0, expiresAt) };
}

/** The last two digits of the phone that codes are texted to; null when the service does not tell. */
export function readPhoneEnding(reply: HttpReply): string | null {
  const read = v.safeParse(user, parseJson(reply.body));
  const digits = read.success ? (read.output.phone_number ?? '').replace(/\D/g, '') : '';
  return digits.length >= 4 ? digits.slice(-2) : null;
}

/** A day: no service means more, and a wrong clock must not lock the button for years. */
const longestWait = 24 * 60 * 60 * 1000;

/**
 * When the service lets us ask again, in epoch milliseconds: `Retry-After` (seconds or a date) or
 * `X-RateLimit-Reset` (unix seconds, by the service's clock: corrected by its `Date`). Null when it does not say.
 */
export function readRetryAt(reply: HttpReply, now: number): number | null {
  const { date, 'retry-after': after, 'x-ratelimit-reset': reset } = reply.headers;
  const theirNow = readMoment(date ?? '');
  const skew = theirNow === null ? 0 : now - theirNow;
  const at = readRetryAfter(after, now, skew) ?? readReset(reset, skew);
  return at === null || at <= now ? null : Math.round(Math.min(at, now + longestWait));
}

function readRetryAfter(text: string | undefined, now: number, skew: number): number | null {
  if (text === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(text)) return now + Number(text) * 1000;
  const date = readMoment(text);
  return date === null ? null : date + skew;
}

const readReset = (text: string | undefined, skew: number): number | null =>
  text !== undefined && /^\s*\d{9,11}\s*$/.test(text) ? Number(text) * 1000 + skew : null;

/** The date (yyyy-mm-dd) of an RFC 8594 `Sunset` header; null when there is none that can be read. */
export function readSunset(reply: HttpReply): string | null {
  const date = readMoment(reply.headers['sunset'] ?? '');
  return date === null ? null : new Date(date).toISOString().slice(0, 10);
}

/** Statuses that mean the same on every call. @param secrets of the call, which its words must not repeat */
export function failureOf(
  reply: HttpReply,
  own: Partial<Record<number, ErrorCode>>,
  now: number,
  secrets: readonly string[],
): AppError {
  const { status } = reply;
  const words = wordsOf(reply, secrets) ?? undefined;
  const code = own[status] ?? common[status] ?? ranges(status);
  const retryAt = code === 'rate-limited' || status === 503 ? readRetryAt(reply, now) : null;
  return new AppError(code, { words, retryAt: retryAt ?? undefined });
}

const common: Partial<Record<number, ErrorCode>> = {
  401: 'token-refused',
  403: 'access-denied',
  404: 'not-this-api',
  405: 'not-this-api',
  429: 'rate-limited',
};

function ranges(status: number): ErrorCode {
  if (status >= 500) return 'service-failed';
  if (status >= 400) return 'service-refused';
  return status >= 300 ? 'redirect-refused' : 'answer-not-understood';
}
