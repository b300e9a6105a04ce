import fc from 'fast-check';

const onCodes = [
  'add',
  'add',
  'again',
  'more',
  'list',
  'use',
  'use',
  'unmark',
  'note',
  'remove',
  'restore',
] as const;
const onEntries = [
  'label',
  'move',
  'archive',
  'doubt',
  'fetch',
  'tag',
  'tag',
  'untag',
  'unite',
  'unite',
  'part',
] as const;
const onAuthenticators = ['enrol', 'enrol', 'correct', 'drop', 'press', 'press', 'set', 'set'] as const;
const ofComputers = ['look', 'copy', 'roll back', 'clock'] as const;

type Doing =
  'hear' | (typeof onCodes | typeof onEntries | typeof onAuthenticators | typeof ofComputers)[number];

const stepOf = (does: fc.Arbitrary<Doing>, entries = 3) =>
  fc.record({
    does,
    who: fc.nat(4),
    entry: fc.integer({ min: 1, max: entries }),
    pick: fc.nat(1000),
    jump: fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: -1e6, max: 1e8 })),
  });
export type Step = ReturnType<typeof stepOf> extends fc.Arbitrary<infer One> ? One : never;

const anything = fc.constantFrom<Doing[]>(
  ...onCodes,
  ...onCodes,
  ...onEntries,
  ...onAuthenticators,
  ...ofComputers,
  'remove',
  'restore',
  ...new Array<'hear'>(10).fill('hear'),
);
const saidOnce = fc.constantFrom<Doing[]>('label', 'move', 'archive', 'list', 'set', 'hear', 'hear');
const asOne: readonly Doing[] = [
  ...([
    'unite',
    'unite',
    'part',
    'part',
    'hear',
    'add',
    'more',
    'more',
    'use',
    'use',
    'use',
    'note',
  ] as const),
  ...(['doubt', 'tag', 'move'] as const),
];

const onWhatWas: readonly Doing[] = [
  ...(['add', 'enrol', 'look', 'hear', 'hear', 'use', 'use', 'unmark', 'unmark', 'note', 'note'] as const),
  ...(['tag', 'tag', 'untag', 'untag', 'drop', 'list', 'list', 'remove', 'clock', 'clock'] as const),
];

/** Without a size most would be far shorter. */
const length = { minLength: 5, maxLength: 40, size: 'max' } as const;

/** What happens on some computers. */
export interface Plot {
  readonly computers: number;
  /** All of them are one profile that was copied: they have one id, and one clock. */
  readonly areTwins: boolean;
  readonly steps: readonly Step[];
}

export const plot: fc.Arbitrary<Plot> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      computers: fc.integer({ min: 2, max: 4 }),
      areTwins: fc.constant(false),
      steps: fc.array(stepOf(anything), length),
    }),
  },
  // Both say something of one thing at one time, as one computer.
  {
    weight: 2,
    arbitrary: fc.record({
      computers: fc.constant(2),
      areTwins: fc.constant(true),
      steps: fc.array(stepOf(fc.oneof(anything, { weight: 5, arbitrary: saidOnce }), 1), length),
    }),
  },
  // Entries are one and two again, over and over.
  {
    weight: 2,
    arbitrary: fc.record({
      computers: fc.constant(2),
      areTwins: fc.constant(false),
      steps: fc.array(stepOf(fc.constantFrom(...asOne), 2), length),
    }),
  },
  // People do things to what another one has changed since they looked.
  {
    weight: 2,
    arbitrary: fc.record({
      computers: fc.constant(2),
      areTwins: fc.constant(false),
      steps: fc.array(stepOf(fc.constantFrom(...onWhatWas), 1), length),
    }),
  },
  // Nobody hears of the others for long: lists hang together over several steps, and nobody has seen all of them.
  {
    weight: 1,
    arbitrary: fc.record({
      computers: fc.integer({ min: 3, max: 5 }),
      areTwins: fc.constant(false),
      steps: fc.array(stepOf(fc.constantFrom<Doing[]>('add', 'add', 'add', 'more', 'list', 'hear'), 1), {
        minLength: 3,
        maxLength: 12,
        size: 'max',
      }),
    }),
  },
);
