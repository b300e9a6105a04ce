/** What was done to a file, and what it holds then. */
export interface Edit {
  readonly what: string;
  readonly text: string | null;
}

/** What somebody may put in the place of a value: of their own, of another kind, too much of it, or nothing. */
export type Values = readonly unknown[];

type Path = readonly (string | number)[];

/** Every value of a JSON text, each with the way to it, the whole of it first. */
function* walk(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) yield* walk(one, [...path, key]);
}

/** The same with another value in one place; without it where that is undefined. */
function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) {
    const items = value.map((one: unknown, place) =>
      String(place) === key ? withValue(one, rest, other) : one,
    );
    return items.filter((one) => one !== undefined);
  }
  const before = value as Record<string, unknown>;
  return { ...before, [key]: withValue(before[key], rest, other) };
}

/** What can be made of a value without knowing what it means. */
function* changesOf(value: unknown): Generator {
  yield undefined;
  yield null;
  if (typeof value === 'boolean') yield !value;
  if (typeof value === 'number') yield* [0, -1, value + 1, 9e15, 1e308, 0.5, String(value)];
  if (typeof value === 'string')
    yield* ['', value.slice(1), value.toUpperCase(), `${value}x`, 'x'.repeat(5_000), 7];
  if (Array.isArray(value))
    yield* [[], [...(value as unknown[]), ...(value as unknown[])], value.toReversed(), {}];
  else if (typeof value === 'object') yield* [{}, []];
}

/**
 * A JSON text with one field edited, removed, or swapped for another value that stands in it, one after the other.
 *
 * @param values are tried in the place of every text, and every null
 */
export function* editsOf(json: string, values: Values): Generator<Edit> {
  const whole: unknown = JSON.parse(json);
  const all = [...walk(whole)];
  const texts = all.map(([, value]) => value).filter((value) => typeof value === 'string');
  const places = [...new Set([...values, ...texts])];
  for (const [path, value] of all) {
    const isText = typeof value === 'string' || value === null;
    for (const other of [...changesOf(value), ...(isText ? places : [])]) {
      if (other === value) continue;
      const edited = path.length === 0 ? other : withValue(whole, path, other);
      const text = edited === undefined ? '' : JSON.stringify(edited);
      yield {
        what: `${path.join('.') || 'all of it'} = ${(other === undefined ? 'removed' : JSON.stringify(other)).slice(0, 60)}`,
        text,
      };
    }
  }
}

/** A file that is no JSON any more, or not there. */
export function* spoiled(text: string): Generator<Edit> {
  yield { what: 'removed', text: null };
  yield { what: 'emptied', text: '' };
  yield { what: 'cut in half', text: text.slice(0, text.length / 2) };
  yield { what: 'of a newer version', text: text.replace(/"schema": ?\d+/, '"schema": 99') };
  yield { what: 'of an older version', text: text.replace(/"schema": ?\d+/, '"schema": 1') };
  yield { what: 'of no version', text: text.replace(/"schema": ?\d+,?/, '') };
  yield { what: 'twice', text: text + text };
}
