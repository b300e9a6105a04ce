import { inspect } from 'node:util';

/** All that can be found in a value by looking hard: hidden and inherited properties, causes, stacks, buffers. */
export function everythingIn(value: unknown): string {
  const seen: string[] = [
    inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null }),
  ];
  for (let one = value; one instanceof Error; one = one.cause) {
    seen.push(one.name, one.message, one.stack ?? '', JSON.stringify(one));
  }
  return seen.join('\n');
}
