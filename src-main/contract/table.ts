import type * as v from 'valibot';

/** A part of the table of calls: what each takes and gives. */
export type Table = Readonly<
  Record<string, { readonly takes: v.GenericSchema; readonly gives: v.GenericSchema }>
>;

/** The face of a part of the table. Every call rejects with an AppError, or not at all. */
export type Calls<T extends Table> = {
  readonly [N in keyof T]: (input: v.InferOutput<T[N]['takes']>) => Promise<v.InferOutput<T[N]['gives']>>;
};
