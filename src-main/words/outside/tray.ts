import { section } from '../catalogue';
import { plural } from '../forms';

/** The menu of the tray's icon, and what shows when the pointer rests on it. */
export const trayWords = section('tray', {
  quickVerify: 'Quick verify',
  textMeACode: 'Text me a code',
  copyNextCode: 'Copy next recovery code',
  copyNextCodeOf: (left: number) => `Copy next recovery code (${left} left)`,
  open: 'Open Latchkey',
  unlock: 'Unlock Latchkey',
  lock: 'Lock',
  quit: 'Quit',
  tooltip: {
    latchkey: 'Latchkey',
    account: (label: string) => `Latchkey – ${label}`,
    locked: 'Latchkey – locked',
    clearing: (seconds: number) => `Clearing the clipboard in ${seconds} s`,
    fewCodes: (label: string, left: number) =>
      `${label}: ${plural(left, { one: '# recovery code left', other: '# recovery codes left' })}`,
  },
});
