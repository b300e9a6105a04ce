import type { Watch } from '#contract/lock';
import type { KeychainBackend, Snapshot } from '#contract/snapshot';
import { keychainWords } from '#words/keychain';

type LockState = Snapshot['lock'];

/** What unlocks, above the button that does it. */
export function unlockWords({ by, presence }: LockState, backend: KeychainBackend): string {
  if (by === 'passphrase') return 'Enter the passphrase that you chose for this computer.';
  const keychain = `The key to your codes lies in the ${keychainWords.names[backend]}.`;
  return presence === 'touch-id' ? `${keychain} Touch ID unlocks it.` : keychain;
}

/** What can be done where no key that was found opens the codes, below the sentence that says so. */
export function keyMissingWords({ by }: LockState, backend: KeychainBackend): string {
  const otherwise = 'If there is none any more, start over, and restore your codes from a backup or a kit.';
  if (by === 'passphrase') return `The passphrase is right, but its key is an older one. ${otherwise}`;
  return (
    `The ${keychainWords.names[backend]} is open. If it was reset or replaced, bring the old one back and unlock again. ` +
    otherwise
  );
}

/** What it means that memory has the last key. */
export const keyHeldWords =
  'The keychain has lost the key to your codes and does not take it back. Latchkey keeps it in memory for as long as it ' +
  'runs, and no longer: before you quit, set a passphrase in Settings, or open the keychain and check it.';

/** What asks for proof at the next unlocking, in the settings. */
export function guardWords({ by, presence }: LockState, backend: KeychainBackend): string {
  if (by === 'passphrase') {
    return 'Latchkey asks for a passphrase at every start and after every lock. The key to your codes is sealed by it.';
  }
  if (presence === 'touch-id') return 'Touch ID unlocks Latchkey.';
  return (
    `The ${keychainWords.names[backend]} unlocks Latchkey, and while you are signed in it usually does so without asking. ` +
    'Set a passphrase to be asked each time.'
  );
}

/** Whose idle time is chosen: the computer's, or that of Latchkey's windows where the system does not tell the other. */
export const idleLabel = ({ notices }: LockState): string =>
  notices.idle === 'system'
    ? 'Lock when nobody touches the computer for'
    : 'Lock when nobody uses a window of Latchkey for';

/** What locks Latchkey beside the time that was chosen, as far as it can be noticed here. */
export function lockWords({ notices: { screen, sleep } }: LockState): string {
  const moments = [
    ...(isNoticed(sleep) ? ['when the computer sleeps'] : []),
    ...(isNoticed(screen) ? ['when the screen is locked'] : []),
  ];
  const also = moments.length === 0 ? '' : `It also locks ${moments.join(' and ')}. `;
  return `${also}Your codes then leave the memory, and what is being done is done to its end first.`;
}

interface Unnoticed {
  readonly words: string;
  /** It was noticed before, and will be again perhaps. */
  readonly lost: boolean;
}

/** What Latchkey cannot notice on this desktop at the moment, and what to do about it; none where it notices all. */
export function unnoticed({ notices: { screen, sleep, idle } }: LockState): Unnoticed[] {
  const those = (watch: Watch): string =>
    [
      ...(screen === watch ? ['when the screen is locked'] : []),
      ...(sleep === watch ? ['when the computer goes to sleep'] : []),
    ].join(' or ');
  const [lost, silent] = [those('lost'), those('silent')];
  return [
    ...(lost === ''
      ? []
      : [
          {
            lost: true,
            words:
              `Latchkey cannot tell ${lost} at the moment: its connection to the desktop broke off. ` +
              'It tries to connect again; until then, lock Latchkey yourself before you leave.',
          },
        ]),
    ...(silent === ''
      ? []
      : [
          {
            lost: false,
            words: `Latchkey cannot tell ${silent}: nothing on this desktop says so. Lock Latchkey yourself before you leave.`,
          },
        ]),
    ...(idle === 'system'
      ? []
      : [
          {
            lost: false,
            words:
              'This desktop does not say how long nobody touched the computer, so only what you do in a window of ' +
              'Latchkey counts: it locks after that time while you work in another program, too.',
          },
        ]),
  ];
}

/** What is not known yet, in the first moments, is not denied. */
const isNoticed = (watch: Watch): boolean => watch === 'followed' || watch === 'unknown';

/** Whether other programs see the codes. */
export const screenWords = ({ guardsScreen }: LockState): string =>
  guardsScreen
    ? 'While codes show, the window stays out of screenshots and shared screens.'
    : 'This system has no way to keep a window out of screenshots: while codes show, other programs can record them.';

/** The times to choose from, in seconds; 0 stands for never. */
const usualTimes = [60, 300, 900, 1800, 3600, 0] as const;

const inWords = (seconds: number): string => {
  if (seconds === 0) return 'never';
  if (seconds % 3600 === 0) return seconds === 3600 ? '1 hour' : `${seconds / 3600} hours`;
  if (seconds % 60 === 0) return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
};

/** Value and text of each time, with the one that holds now, wherever it came from. */
export function lockTimes(afterIdle: number): (readonly [number, string])[] {
  const times = usualTimes.some((time) => time === afterIdle) ? usualTimes : [afterIdle, ...usualTimes];
  return times.map((seconds) => [seconds, inWords(seconds)] as const);
}
