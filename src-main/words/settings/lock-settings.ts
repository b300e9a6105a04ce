import type { LockNotices } from '#contract/lock';
import { section } from '../catalogue';
import { listed, plural } from '../forms';

/** What can be noticed of a computer that is left: its screen is locked, or it sleeps. */
export type Moment = 'sleep' | 'screen';

const locksWhen: Record<Moment, string> = {
  sleep: 'when the computer sleeps',
  screen: 'when the screen is locked',
};
const cannotTellWhen: Record<Moment, string> = {
  sleep: 'when the computer goes to sleep',
  screen: 'when the screen is locked',
};
const unnoticed = (moments: readonly Moment[]): string =>
  listed(
    moments.map((moment) => cannotTellWhen[moment]),
    'or',
  );

/** The settings of the lock, and the dialog for its passphrase. */
export const lockSettingsWords = section('lock-settings', {
  /** Whose idle time is chosen: the computer's, or that of Latchkey's windows where the system does not tell the other. */
  idle: {
    system: 'Lock when nobody touches the computer for',
    'own-windows': 'Lock when nobody uses a window of Latchkey for',
  } satisfies Record<LockNotices['idle'], string>,
  time(seconds: number) {
    if (seconds === 0) return 'never';
    if (seconds % 3600 === 0) return plural(seconds / 3600, { one: '# hour', other: '# hours' });
    if (seconds % 60 === 0) return plural(seconds / 60, { one: '# minute', other: '# minutes' });
    return plural(seconds, { one: '# second', other: '# seconds' });
  },

  /** What locks Latchkey beside the time that was chosen, and what that means. */
  locks(moments: readonly Moment[]) {
    const locking = 'Your codes then leave the memory, and what is being done is done to its end first.';
    if (moments.length === 0) return locking;
    return `It also locks ${listed(moments.map((moment) => locksWhen[moment]))}. ${locking}`;
  },
  /** What Latchkey cannot notice on this desktop at the moment, and what to do about it. */
  unnoticed: {
    lost: (moments: readonly Moment[]) =>
      `Latchkey cannot tell ${unnoticed(moments)} at the moment: its connection to the desktop broke off. It tries to connect again; until then, lock Latchkey yourself before you leave.`,
    silent: (moments: readonly Moment[]) =>
      `Latchkey cannot tell ${unnoticed(moments)}: nothing on this desktop says so. Lock Latchkey yourself before you leave.`,
    idle: () =>
      'This desktop does not say how long nobody touched the computer, so only what you do in a window of Latchkey counts: it locks after that time while you work in another program, too.',
  },

  /** What asks for proof at the next unlocking. */
  guard: {
    passphrase:
      'Latchkey asks for a passphrase at every start and after every lock. The key to your accounts, codes and tokens is sealed by it.',
    touchId: 'Touch ID unlocks Latchkey.',
    keychain: (keychain: string) =>
      `The ${keychain} unlocks Latchkey, and while you are signed in it usually does so without asking. Set a passphrase to be asked each time.`,
  },
  lockNow: 'Lock now',
  /** Whether other programs see the codes. */
  screen: {
    guarded: 'While codes show, the window stays out of screenshots and shared screens.',
    open: 'This system has no way to keep a window out of screenshots: while codes show, other programs can record them.',
  },

  passphrase: {
    set: 'Ask for a passphrase',
    change: 'Change passphrase',
    remove: 'Remove passphrase',
  },
  aboutNew:
    'It seals a new key to your accounts and codes on this computer, and the tokens with them: what was copied before opens nothing more. Whoever forgets it needs a backup or a kit, so have one first. The passphrase of your backups stays what it is.',
  aboutRemoving:
    'Your accounts and codes are sealed to a new key in the keychain, which unlocks Latchkey from then on. The tokens go into the keychain, too.',
});
