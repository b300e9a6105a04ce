import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { countOf, readVault, type VaultText } from './vault-text';

/** What can be seen from outside while new codes are made. */
interface Places {
  readonly profile: string;
  /** Opens the vault. */
  readonly identity: string;
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

/** Watches from now on. Gives what resolves as soon as a step is done, within a few milliseconds. */
export async function watchGenerating({
  profile,
  identity,
  folder,
  asked,
}: Places): Promise<(step: StepOfGenerating) => Promise<void>> {
  const version = (): number => statSync(path.join(profile, 'vault.age')).ino;
  const backups = (): number =>
    readdirSync(folder).filter((name) => name.startsWith('latchkey-backup-')).length;
  let vault: VaultText = await readVault(profile, identity);
  const before = { version: version(), backups: backups(), asked: asked(), sets: countOf(vault, 'set') };
  let read = before.version;
  let noted = false;
  const look = async (): Promise<void> => {
    const now = version();
    if (now === read) return;
    // Another one may have taken its place meanwhile: then it is read again.
    vault = await readVault(profile, identity).catch(() => vault);
    read = now;
  };
  const inDoubt = (): boolean => countOf(vault, 'doubt') > 0;
  const done: Record<StepOfGenerating, () => boolean> = {
    'the vault was proven to be writable': () => version() !== before.version,
    'the backup folder was proven to be writable': () => backups() > before.backups,
    'the doubt was noted': inDoubt,
    'the service was asked': () => asked() > before.asked,
    'the new codes were sealed': () => countOf(vault, 'set') > before.sets,
    'the new codes were backed up': () => backups() > before.backups + 1,
    'the doubt was forgotten': () => {
      noted ||= inDoubt();
      return noted && !inDoubt();
    },
  };
  return async (step) => {
    for (;;) {
      await look();
      if (done[step]()) return;
      await new Promise(setImmediate);
    }
  };
}
