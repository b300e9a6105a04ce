import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Clears away at once what nothing in main leads to any more, and has V8 write zeros over it: it would go on lying there
 * until somebody needs the room. Holds main up for some hundredths of a second.
 */
export function collectGarbage(): void {
  collect ??= prepare();
  // V8 keeps the whole text in which a regular expression last found something, and that may have been a key's.
  /^/.exec('');
  collect();
}

function prepare(): () => void {
  setFlagsFromString('--clear-free-memory');
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return gc;
}
