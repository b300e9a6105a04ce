import * as v from 'valibot';
import { limits } from '#contract/limits';
import { time } from '#contract/basics';
import { setName } from '#contract/texts';
import { asIs, asTime, asTimeOrNull, ignored, later, optionalTime, writtenTime } from './fields';
import { record } from './record';
import { joinInList, type RecoveryCode, recoveryCodeRecord } from './recovery-code';

/** Codes that were handed out together. */
export interface CodeSet {
  /** Of the earliest that is known of it, where a store knows it: what has one id is one set, wherever it came from. */
  readonly id?: string | undefined;
  /** Such as `K7-4QD`: drawn at random when the set is first seen, so it gives nothing away about the codes. */
  readonly name: string;
  /** When the service last listed it, or when it was typed in. */
  readonly fetchedAt: number;
  /**
   * When another set took its place, as far as anybody said so. Null for the current one, and for one that merging put
   * behind it by its date alone; the current one has a time only where two sides said the opposite.
   */
  readonly replacedAt: number | null;
  readonly codes: readonly RecoveryCode[];
}

const listOf = (code: v.GenericSchema<unknown, RecoveryCode>) =>
  v.pipe(
    v.array(code),
    v.maxLength(limits.codesInSet),
    v.transform((codes) => eachCodeOnce(codes)),
  );

const id = v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16}$/)));

/** Two computers name the same set differently, and fetch it at other times: that makes no difference. */
export const codeSetRecord = record<CodeSet>({
  // It helps to know a set again, and no set is refused for it.
  id: { vault: id, document: v.fallback(id, undefined), write: asIs, same: ignored, merge: firstId },
  name: {
    vault: setName,
    document: v.optional(setName, ''),
    write: asIs,
    same: ignored,
    merge: firstName,
  },
  fetchedAt: {
    vault: time,
    document: v.optional(writtenTime, '1970-01-01T00:00:00Z'),
    write: asTime,
    same: ignored,
    merge: (there, here) => Math.max(there, here),
  },
  replacedAt: {
    vault: v.nullable(time),
    document: optionalTime,
    write: asTimeOrNull,
    same: ignored,
    merge: later,
  },
  codes: {
    vault: listOf(recoveryCodeRecord.vault),
    document: listOf(recoveryCodeRecord.document),
    write: (codes) => codes.map(recoveryCodeRecord.write),
  },
});

/** Two computers may know of two beginnings of one set: both of them come to the same one. */
function firstId(there: string | undefined, here: string | undefined): string | undefined {
  if (there === undefined || here === undefined) return there ?? here;
  return there < here ? there : here;
}

/** Two computers name one set differently: both of them come to the same one. */
function firstName(there: string, here: string): string {
  if (there === '' || here === '') return there || here;
  return there < here ? there : here;
}

/**
 * The codes of a set that was read: each once, for two may have become one by cleaning, and none without anything to
 * see, which nobody can type, copy or send.
 *
 * @param join what becomes of two that are one: the later of them comes first
 */
export function eachCodeOnce(codes: RecoveryCode[], join = joinInList): RecoveryCode[] {
  const known = new Map<string, RecoveryCode>();
  for (const one of codes) {
    if (one.code === '') continue;
    const before = known.get(one.code);
    known.set(one.code, before ? join(one, before) : one);
  }
  return [...known.values()];
}
