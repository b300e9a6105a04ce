import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Fault } from './fault';
import { routeName, routes } from '../http/routes';
import { isRecord } from '../state/state-check';

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
