/** Numbers that look random and are the same in every run (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const strange = [
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  '__proto__',
  '\ud800',
  '\u202e',
  'x'.repeat(10_000),
  [],
  [null],
  {},
  { schema: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
];

export type Roll = (sides: number) => number;

/** Puts something strange somewhere into a tree of JSON. */
export function graft(node: unknown, roll: Roll): unknown {
  if (node === null || typeof node !== 'object' || roll(6) === 0) return strange[roll(strange.length)];
  if (Array.isArray(node)) {
    const items: unknown[] = [...(node as unknown[])];
    const at = roll(items.length + 1);
    if (roll(3) === 0) return [...items, ...items];
    items[at] = graft(items[at], roll);
    return items;
  }
  const fields = Object.entries(node);
  const at = roll(fields.length);
  const how = roll(4);
  if (how === 0) return Object.fromEntries(fields.filter((_, index) => index !== at));
  return Object.fromEntries(
    fields.map(([key, value], index) => [key, index === at ? graft(value, roll) : value] as const),
  );
}

/** Damages a text as disks and editors do. */
export function damage(text: string, roll: Roll): string {
  const at = roll(text.length);
  switch (roll(5)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + String.fromCharCode(roll(0x1_0000)) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + roll(40));
    case 3:
      return text.slice(0, at) + '\u0000'.repeat(roll(4_096)) + text.slice(at);
    default:
      return text + text.slice(at);
  }
}
