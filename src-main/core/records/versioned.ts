import * as v from 'valibot';
import { limits } from '#contract/limits';
import { textBytes } from './text-bytes';

/** A text read as a file of ours: `newer` was written by a later version of Latchkey, `damaged` is no such file. */
export type Read<T> = { readonly kind: 'good'; readonly value: T } | { readonly kind: 'newer' | 'damaged' };

type Json = Readonly<Record<string, unknown>>;

/** A kind of JSON file with a number that says by which schema it was written. */
export interface Versioned<T> {
  /** The number that this version of Latchkey writes. */
  readonly schema: number;
  readonly shape: v.GenericSchema<unknown, T>;
  /** How a file of each older number becomes one of the next. */
  readonly migrations: Readonly<Record<number, (old: Json) => Json>>;
}

const numbered = v.looseObject({ schema: v.number() });

/** Reads a file's text, of this version or an older one; never throws. */
export function readVersioned<T>(kind: Versioned<T>, text: string): Read<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  const parsed = v.safeParse(numbered, json);
  if (!parsed.success) return { kind: 'damaged' };
  if (parsed.output.schema > kind.schema) return { kind: 'newer' };
  let current: Json = parsed.output;
  for (let number = parsed.output.schema; number < kind.schema; number += 1) {
    const migrate = kind.migrations[number];
    if (!migrate) return { kind: 'damaged' };
    current = { ...migrate(current), schema: number + 1 };
  }
  const read = v.safeParse(kind.shape, current);
  return read.success ? { kind: 'good', value: read.output } : { kind: 'damaged' };
}

/**
 * The text of such a file, with a line end: JSON that a person can read; without blanks where it could not be sealed
 * otherwise.
 */
export function writeJson(value: unknown): string {
  const readable = `${JSON.stringify(value, null, 2)}\n`;
  return textBytes(readable) <= limits.sealedText ? readable : `${JSON.stringify(value)}\n`;
}
