import { validateHeaderName, validateHeaderValue } from 'node:http';
import { routeName, routes } from './routes';
import { isRecord } from './state-check';

/**
 * How the service is to misbehave. With `status`, `body`, `redirect`, `reset` or `drip` the call does no work;
 * otherwise it does its work, and only the answer is late, has more headers, or never comes.
 */
export interface Fault {
  /** The call, as `POST /user/otp/verify/{otp}`; left out: every request to the API. */
  readonly on?: string;
  /** How many requests, from 1; left out: all, until the fault is taken away. */
  readonly times?: number;
  /** Holds the answer back, in milliseconds. */
  readonly latencyMs?: number;
  readonly status?: number;
  /** Added to the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The body's type, JSON unless told. */
  readonly contentType?: string;
  /** Resets the connection. */
  readonly reset?: boolean;
  /** Does the work, then resets the connection. */
  readonly resetAfterHandling?: boolean;
  /** Redirects there, with 307 unless `status` says otherwise: the one that makes clients send a POST again. */
  readonly redirect?: string;
  /** Sends the head of an answer, then a blank every 100 ms until the client goes away. */
  readonly drip?: boolean;
}

const isFlag = (value: unknown) => typeof value === 'boolean';
const isText = (value: unknown) => typeof value === 'string';

/** Longer than any test waits; setTimeout overflows above 2^31-1. */
const LONGEST_MS = 3_600_000;

const checks: Readonly<Record<keyof Fault, (value: unknown) => boolean>> = {
  on: (value) => routes.some((route) => routeName(route) === value),
  times: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  latencyMs: (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= LONGEST_MS,
  status: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  headers: (value) => isRecord(value) && Object.entries(value).every(([name, text]) => isHeader(name, text)),
  body: isText,
  contentType: (value) => isHeader('content-type', value),
  reset: isFlag,
  resetAfterHandling: isFlag,
  redirect: (value) => isHeader('location', value),
  drip: isFlag,
};

/** Whether a value is a fault that can be performed: known fields with sound values alone. */
export function isFault(value: unknown): value is Fault {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([key, entry]) => isFaultKey(key) && checks[key](entry));
}

function isFaultKey(key: string): key is keyof Fault {
  return Object.hasOwn(checks, key);
}

function isHeader(name: string, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
