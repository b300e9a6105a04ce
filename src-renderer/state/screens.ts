import type { Snapshot } from '#contract/snapshot';

const screens = [
  'verify',
  'recovery-codes',
  'backups',
  'restore',
  'kit-sheet',
  'passphrase-card',
  'settings',
  'add-account',
] as const;

export type Screen = (typeof screens)[number];

/** The entry of the rail that a screen belongs to. */
export function railEntry(screen: Screen): Screen {
  if (screen === 'add-account') return 'settings';
  return ['restore', 'kit-sheet', 'passphrase-card'].includes(screen) ? 'backups' : screen;
}

/** Whether a screen is of use before there is anything to look at: restoring, and codes without an account. */
export const isFirst = (screen: Screen): boolean => screen === 'restore' || screen === 'recovery-codes';

/** Whether there is anything to look at beyond the first run: an account, codes, backups, or a vault of a newer version. */
export const isStocked = ({ accounts, handKept, backups, vault }: Snapshot): boolean =>
  accounts.length > 0 || handKept.length > 0 || backups !== null || vault.state === 'newer';

/**
 * The screen that a window began with, or showed when its process ended: the fragment of its address says it.
 *
 * @param fragment such as `#settings`
 */
export function screenIn(fragment: string): Screen {
  const named = fragment.slice(1);
  const screen = screens.find((name) => name === named) ?? 'verify';
  // A sheet is made of what was typed, and a card for what was just set: both are gone.
  return screen === 'kit-sheet' || screen === 'passphrase-card' ? 'backups' : screen;
}
