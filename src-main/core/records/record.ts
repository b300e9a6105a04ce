import * as v from 'valibot';
import { isSameValue } from './same-value';

type Schema<Value> = v.GenericSchema<unknown, Value>;

/** What has to be said of each field of a record, whatever is in it. */
interface Written<Value> {
  /** As it is read out of the vault, which holds a record as it is. */
  readonly vault: Schema<Value>;
  /** As it is read out of a document: backups and kits, which people read and write, too. */
  readonly document: Schema<Value>;
  /** As it is written into a document; undefined leaves it out. */
  readonly write: (value: Value) => unknown;
}

/** What has to be said of a field with one value. */
export interface Field<Value> extends Written<Value> {
  /**
   * Whether what stands in a file, of whatever computer, is the same to people as what is here: for the preview of a
   * restore. A check of a backup asks `differing`, which no line can keep a field out of.
   */
  readonly same: (there: Value, here: Value) => boolean;
  /** What is kept when a file is merged with what is here. @param better of the side that knows more of the record */
  readonly merge: (there: Value, here: Value, better: Value) => Value;
}

type List = readonly object[];

/** One line for each field of a record. One that is forgotten, or says too little, does not compile. */
export type Fields<Whole> = {
  readonly [Key in keyof Whole]-?: Whole[Key] extends List ? Written<Whole[Key]> : Field<Whole[Key]>;
};

/** How lists compare and merge hangs on which of their members belong together: who knows that says what came of it. */
type ListsOf<Whole> = keyof { [Key in keyof Whole as Whole[Key] extends List ? Key : never]: true };

type ValuesOf<Whole> = Exclude<keyof Whole, ListsOf<Whole>>;

type Shape<Whole> = v.ObjectSchema<{ [Key in keyof Whole]-?: Schema<Whole[Key]> }, undefined>;

/** A kind of record, with all that is done with it: everything follows from its fields, in their order. */
export interface RecordOf<Whole> {
  readonly fields: Fields<Whole>;
  readonly names: readonly (keyof Whole)[];
  /** The fields that hold a time: a number here, and in a document a text for people. */
  readonly times: readonly (keyof Whole)[];
  readonly vault: Shape<Whole>;
  readonly document: Shape<Whole>;
  /** As it stands in a document. */
  readonly write: (one: Whole) => object;
  readonly same: (there: Whole, here: Whole, lists: { readonly [Key in ListsOf<Whole>]: boolean }) => boolean;
  /** The names of the fields with one value that are not the same to people in both, by their lines. */
  readonly unlike: (there: Whole, here: Whole) => ValuesOf<Whole>[];
  /** The names of all fields with one value that are not the very same in both. */
  readonly differing: (there: Whole, here: Whole) => ValuesOf<Whole>[];
  /** @param better the side that knows more: the one here unless it is said */
  readonly merge: (
    there: Whole,
    here: Whole,
    lists: Required<Pick<Whole, ListsOf<Whole>>>,
    better?: Whole,
  ) => Whole;
  /** Its fields out of something that has more. */
  readonly pick: (from: Whole) => Whole;
}

/** Any time, to see what a field makes of one. */
const someTime = 1_764_000_000_000;

const isTime = ({ vault, write }: Written<unknown>): boolean =>
  v.is(vault, someTime) && typeof write(someTime) === 'string';

/** Makes a record of its fields. */
export function record<Whole extends object>(fields: Fields<Whole>): RecordOf<Whole> {
  const all = Object.entries(fields) as [keyof Whole & string, Field<unknown>][];
  const each = (how: (key: keyof Whole & string, field: Field<unknown>) => unknown): object =>
    Object.fromEntries(all.map(([key, field]) => [key, how(key, field)]));
  const named = (which: (key: keyof Whole & string, field: Field<unknown>) => boolean) =>
    all
      .filter(([key, field]) => 'same' in field && which(key, field))
      .map(([key]) => key as unknown as ValuesOf<Whole>);
  return {
    fields,
    names: all.map(([key]) => key),
    times: all.filter(([, field]) => isTime(field)).map(([key]) => key),
    vault: v.object(each((_, { vault }) => vault) as v.ObjectEntries) as unknown as Shape<Whole>,
    document: v.object(each((_, { document }) => document) as v.ObjectEntries) as unknown as Shape<Whole>,
    write: (one) => each((key, field) => field.write(one[key])),
    same: (there, here, lists) =>
      all.every(([key, field]) =>
        key in lists ? lists[key as keyof typeof lists] : field.same(there[key], here[key]),
      ),
    unlike: (there, here) => named((key, field) => !field.same(there[key], here[key])),
    differing: (there, here) => named((key) => !isSameValue(there[key], here[key])),
    merge: (there, here, lists, better = here) =>
      each((key, field) =>
        key in lists ? lists[key as keyof typeof lists] : field.merge(there[key], here[key], better[key]),
      ) as Whole,
    pick: (from) => each((key) => from[key]) as Whole,
  };
}
