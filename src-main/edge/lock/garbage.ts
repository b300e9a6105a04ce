import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own, as `--expose-gc` gives it. The last resort is for want of memory: all garbage, and no empty page is kept. */
type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

let collect: Collect | undefined;

/**
 * Clears away at once what nothing in main leads to any more, and has V8 write zeros over it: it would go on lying there
 * until somebody needs the room. Holds main up for some tenths of a second at most.
 */
export function collectGarbage(): void {
  collect ??= prepare();
  // V8 keeps the whole text in which a regular expression last found something, and that may have been a key's.
  /^/.exec('');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function prepare(): Collect {
  setFlagsFromString('--clear-free-memory');
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return gc;
}
