import fc from 'fast-check';

const deeds = [
  'add',
  'more',
  'list',
  'use',
  'unmark',
  'note',
  'label',
  'remove',
  'restore',
  'count',
] as const;
const others = [
  'hear',
  'hear',
  'hear',
  'hear',
  'look',
  'remove',
  'restore',
  'copy',
  'roll back',
  'clock',
] as const;

export const step = fc.record({
  does: fc.constantFrom(...deeds, ...deeds, ...others),
  who: fc.nat(4),
  entry: fc.integer({ min: 1, max: 2 }),
  pick: fc.nat(1000),
  jump: fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: -1e6, max: 1e8 })),
});
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Something that a person did, and what of others' it undid, by what they knew and saw then. */
export interface Deed {
  readonly kind: 'set' | 'listed' | 'used' | 'note' | 'label' | 'undone';
  readonly entry: string;
  readonly codes: readonly string[];
  readonly text: string;
  /** What was known when it was done. */
  readonly after: ReadonlySet<Deed>;
  /** What it took away. */
  readonly undoes: ReadonlySet<Deed>;
}
