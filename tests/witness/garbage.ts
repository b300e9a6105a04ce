import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Resolves when V8 has cleared away all that nothing leads to any more. */
export async function collectGarbage(): Promise<void> {
  // What a weak reference gave is held until the turn of the event loop has ended.
  await nextTurn();
  collect();
}
