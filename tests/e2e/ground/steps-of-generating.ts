import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What can be seen from outside while new codes are made. */
interface Places {
  readonly profile: string;
  readonly folder: string;
  /** How often the service was asked for new codes so far. */
  readonly asked: () => number;
}

/** The steps of the safe order, each by what it leaves behind. */
export const stepsOfGenerating = [
  'the vault was proven to be writable',
  'the backup folder was proven to be writable',
  'the doubt was noted',
  'the service was asked',
  'the new codes were sealed',
  'the new codes were backed up',
  'the doubt was forgotten',
] as const;

export type StepOfGenerating = (typeof stepsOfGenerating)[number];

/** Watches from now on. Gives what resolves as soon as a step is done, within a millisecond or so. */
export function watchGenerating({
  profile,
  folder,
  asked,
}: Places): (step: StepOfGenerating) => Promise<void> {
  const vault = (): number => statSync(path.join(profile, 'vault.age')).ino;
  const backups = (): number =>
    readdirSync(folder).filter((name) => name.startsWith('latchkey-backup-')).length;
  const inDoubt = (): boolean =>
    readFileSync(path.join(profile, 'settings.json'), 'utf8').includes('"recoveryInDoubt": true');
  const before = { vault: vault(), backups: backups(), asked: asked() };
  let proven = before.vault;
  let noted = false;
  const done: Record<StepOfGenerating, () => boolean> = {
    'the vault was proven to be writable': () => vault() !== before.vault,
    'the backup folder was proven to be writable': () => backups() > before.backups,
    'the doubt was noted': inDoubt,
    'the service was asked': () => asked() > before.asked,
    'the new codes were sealed': () => {
      // Nothing is written into the vault between the proof and the answer.
      if (asked() === before.asked) proven = vault();
      return asked() > before.asked && vault() !== proven;
    },
    'the new codes were backed up': () => backups() > before.backups + 1,
    'the doubt was forgotten': () => {
      noted ||= inDoubt();
      return noted && !inDoubt();
    },
  };
  return async (step) => {
    while (!done[step]()) await new Promise(setImmediate);
  };
}
