import * as v from 'valibot';

/*
 * What the lines of records say again and again, by the names that make them readable.
 */

/** A time as people read it, on a bad day: 2026-11-23T10:11:12.000Z. */
export const writtenTime = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((written) => Date.parse(written)),
  v.number(),
  v.integer(),
  v.minValue(0),
);
/** People may leave it out. */
export const optionalTime = v.optional(v.nullable(writtenTime), null);

/** Writes a value as it is. */
export const asIs = <Value>(value: Value): Value => value;
/** Leaves out what reading gives back for nothing. */
export const unless =
  <Value>(left: Value) =>
  (value: Value): Value | undefined =>
    value === left ? undefined : value;
/** The last moment that a date knows, in epoch milliseconds. */
const lastMoment = 8_640_000_000_000_000;
/** @param at epoch milliseconds; a time that no file can say is written as the last one that it can */
export const asTime = (at: number): string => new Date(Math.min(at, lastMoment)).toISOString();
/** Leaves out what is not known. */
export const asTimeOrNothing = (at: number | null): string | undefined =>
  at === null ? undefined : asTime(at);

/** Writes what is not known as null, for to leave it out says something else. */
export const asTimeOrNull = (at: number | null): string | null => (at === null ? null : asTime(at));

/** Compares values. */
export const equal = <Value>(there: Value, here: Value): boolean => there === here;
/** Makes nothing of a difference. */
export const ignored = (): boolean => true;

/** The later of two times, where both are known. */
export const later = (there: number | null, here: number | null): number | null =>
  there === null || here === null ? (there ?? here) : Math.max(there, here);

/** Every text of both lists, once: those that are here first. */
export const united = (there: readonly string[], here: readonly string[]): readonly string[] => {
  const known = new Set(here);
  const others = there.filter((text) => !known.has(text));
  return others.length === 0 ? here : [...here, ...new Set(others)];
};
/** Whether every text of a list stands in another one, too. */
export const areIn = (there: readonly string[], here: readonly string[]): boolean =>
  united(there, here) === here;
/** Leaves out an empty list. */
export const unlessEmpty = (texts: readonly string[]): readonly string[] | undefined =>
  texts.length === 0 ? undefined : texts;

/** Merging leaves what is here. */
export const ours = <Value>(_there: Value, here: Value): Value => here;
/** Merging takes it from the side that knows more of the record. */
export const better = <Value>(_there: Value, _here: Value, known: Value): Value => known;
