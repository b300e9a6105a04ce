import type { Leftovers } from '../../core/ports/leftovers';
import { AfterIdle } from '../processes/after-idle';
import { collectGarbage } from './garbage';
import type { Windows } from '../windows/windows';

/** Milliseconds after which garbage is collected once more: by then what was on its way between processes has arrived. */
const later = 5_000;

/** What a lock leaves in memory, as Electron and V8 let go of it. */
export function leftoversIn(windows: Pick<Windows, 'renewPages'>): Leftovers {
  const again = new AfterIdle(later, collectGarbage);
  return {
    drop(closed) {
      windows.renewPages();
      // After whatever else waits for the same end: the last of what leads to the vault goes with it.
      void closed.then(() => {
        setImmediate(collectGarbage);
        again.rest();
      });
    },
  };
}
