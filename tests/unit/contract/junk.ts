import { type CallName, calls } from '#contract/contract';

/** A valibot schema as far as this file looks into one. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  /** Of a list of words: the words. Of a variant: its records. */
  readonly options?: readonly unknown[];
  /** Of a literal. */
  readonly literal?: unknown;
  /** Of an array: what each of it is. */
  readonly item?: Described;
  /** Of an optional field, or one that may be null: what it is when it is there. */
  readonly wrapped?: Described;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

export const callNames = Object.keys(calls) as CallName[];

const inputOf = (name: CallName): Described => calls[name].takes;

/** Input that a call takes, with nothing null that need not be. Throws for a kind of field that this file does not know: teach it that one. */
export const goodInput = (name: CallName): Record<string, unknown> => goodRecord(inputOf(name));

/** The same for a record of any schema. */
export const goodRecord = ({ entries = {} }: Described): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, { type }]) => type !== 'optional')
      .map(([field, schema]) => [field, goodValue(schema)]),
  );

/** Input that a call must not take, each with a name that tells it in a report. */
export function junkFor(name: CallName): [string, unknown][] {
  const good = goodInput(name);
  return [...wholes(good), ...badRecords(inputOf(name))];
}

/** Records that are wrong in one place, however deep, each with a name of that place. */
export function badRecords(record: Described): [string, unknown][] {
  const good = goodRecord(record);
  const fields = Object.entries(record.entries ?? {}).flatMap(([field, schema]): [string, unknown][] => [
    ...(schema.type === 'optional' ? [] : [[`without ${field}`, without(good, field)] as [string, unknown]]),
    ...badValues(schema).map(([what, bad]): [string, unknown] => [
      `${field}: ${what}`,
      { ...good, [field]: bad },
    ]),
  ]);
  return [...extras(good), ...fields];
}

function goodValue(schema: Described): unknown {
  const { type, options, pipe, wrapped } = schema;
  if (type === 'nullable' && wrapped) return goodValue(wrapped);
  if (type === 'strict_object') return goodRecord(schema);
  if (type === 'variant') return goodRecord(options?.[0] as Described);
  if (type === 'array') return schema.item ? [goodValue(schema.item)] : [];
  if (type === 'literal') return schema.literal;
  if (type === 'boolean') return false;
  if (type === 'number') return 0;
  if (type === 'picklist') return options?.[0];
  if (type === 'string' && pipe?.some((one) => one.type === 'uuid'))
    return '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';
  if (type === 'string') return 'text';
  // Of files, which are bytes.
  if (type === 'instance') return new Uint8Array([1, 2, 3]);
  throw new Error(`No example for a field of type ${type}`);
}

const wholes = (good: Record<string, unknown>): [string, unknown][] => [
  ['undefined', undefined],
  ['null', null],
  ['a text', 'text'],
  ['a number', 7],
  ['true', true],
  ['an empty array', []],
  ['the input in an array', [good]],
  ['an array with the fields', Object.assign([], good)],
  ['the input as JSON', JSON.stringify(good)],
  ['the input one level down', { input: good }],
];

const extras = (good: Record<string, unknown>): [string, unknown][] =>
  ['extra', 'accountid', '', 'constructor', 'toString', 'hasOwnProperty', '__proto__'].map((key) => [
    `with a field named "${key}"`,
    JSON.parse(
      JSON.stringify(good).replace('{', `{${JSON.stringify(key)}: {"polluted": true}${isEmpty(good)}`),
    ),
  ]);

const isEmpty = (record: object): string => (Object.keys(record).length === 0 ? '' : ',');

function badValues(schema: Described): [string, unknown][] {
  if (schema.type === 'optional' && schema.wrapped) {
    return badValues(schema.wrapped).filter(([, value]) => value !== undefined);
  }
  if (schema.type === 'nullable' && schema.wrapped) {
    return badValues(schema.wrapped).filter(([, value]) => value !== null);
  }
  const { type, pipe } = schema;
  const wrongTypes: [string, unknown][] = [
    ['null', null],
    ['undefined', undefined],
    ['an array', ['text']],
    ['an object', { toString: 'text', length: 4 }],
    ['a deep object', deep(2_000)],
    ['a text', 'text'],
    ['a text with a NUL', '\u0000'],
    ['the name of a prototype', '__proto__'],
    ['a number', 12],
    ['below zero', -1],
    ['a fraction', 0.5],
    ['NaN', NaN],
    ['infinite', Infinity],
    ['a boolean', true],
    ['a number as text', '0'],
  ];
  const isUuid = pipe?.some((one) => one.type === 'uuid') === true;
  const fits = (value: unknown): boolean => {
    if (type === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    if (type === 'string') return typeof value === 'string' && !isUuid;
    return type === 'boolean' && typeof value === 'boolean';
  };
  return [...wrongTypes.filter(([, value]) => !fits(value)), ...tooLong(schema), ...badInside(schema)];
}

function tooLong(schema: Described): [string, unknown][] {
  const found = schema.pipe?.find((one) => one.type === 'max_length')?.requirement;
  const longest = typeof found === 'number' ? found : null;
  if (schema.type === 'array') {
    const [item] = goodValue(schema) as unknown[];
    return longest === null
      ? []
      : [['an array one too long', Array.from({ length: longest + 1 }, () => item)]];
  }
  const million: [string, unknown][] =
    longest !== null && longest >= 1_000_000
      ? []
      : [['a text of a million characters', 'x'.repeat(1_000_000)]];
  return longest === null ? million : [...million, ['a text one too long', 'x'.repeat(longest + 1)]];
}

/** What is wrong in one place of a record, or of the last of an array. */
function badInside(schema: Described): [string, unknown][] {
  const { type, item, options } = schema;
  if (type === 'strict_object') return badRecords(schema);
  if (type === 'variant') return (options as readonly Described[]).flatMap(badRecords);
  if (type !== 'array' || !item) return [];
  return badValues(item).map(([what, bad]) => [`the last: ${what}`, [goodValue(item), bad]]);
}

function deep(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { accountId: value };
  return value;
}

function without(record: Record<string, unknown>, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}
