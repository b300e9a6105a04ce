import type { Factor, RecoveryCode, Session, SmsCode, State } from './state';

/** Whether a parsed state file is a state that this version wrote. */
export function isState(value: unknown): value is State {
  return (
    isRecord(value) &&
    value['version'] === 1 &&
    isText(value['userId']) &&
    isListOf(value['tokenHashes'], isText) &&
    isListOf(value['sessions'], isSession) &&
    isNullOr(value['phone'], isText) &&
    isFactor(value['factor']) &&
    isNullOr(value['pendingSecret'], isText) &&
    isNullOr(value['sms'], isSmsCode) &&
    (value['recoveryCodes'] === null || isListOf(value['recoveryCodes'], isRecoveryCode))
  );
}

function isSession(value: unknown): value is Session {
  return isRecord(value) && isText(value['hash']) && isNumber(value['expiresAt']);
}

function isFactor(value: unknown): value is Factor {
  if (!isRecord(value)) return false;
  if (value['kind'] === 'app') return isText(value['secret']) && isNumber(value['lastStep']);
  return value['kind'] === 'none' || value['kind'] === 'sms';
}

function isSmsCode(value: unknown): value is SmsCode {
  return (
    isRecord(value) &&
    isText(value['code']) &&
    isNumber(value['sentAt']) &&
    isNumber(value['expiresAt']) &&
    isNumber(value['wrongTries']) &&
    typeof value['used'] === 'boolean'
  );
}

function isRecoveryCode(value: unknown): value is RecoveryCode {
  return isRecord(value) && isText(value['code']) && typeof value['used'] === 'boolean';
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isNullOr = (value: unknown, check: (value: unknown) => boolean) => value === null || check(value);
const isListOf = (value: unknown, check: (entry: unknown) => boolean) =>
  Array.isArray(value) && value.every(check);
