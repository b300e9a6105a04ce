import type { Sealer } from '../../core/ports/sealing/sealer';
import { ChildProcess } from '../processes/child-process';
import { onDemand } from './on-demand';
import { createSealer } from './sealer';

/**
 * Sealing with age, passphrases in a process of its own.
 *
 * @param script the built sealing-process.js
 */
export function ageSealer(script: string): Sealer {
  return createSealer(onDemand((onEnd) => new ChildProcess(script, { name: 'sealing', onEnd })));
}
