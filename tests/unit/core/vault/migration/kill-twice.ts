import type { FirstVersionProfile } from '../../../../app/profile-of-first-version';
import { passphrases } from '../../../../app/profile-of-first-version';
import { openBackupKey } from '../../../../../src-main/core/keys/sealed-identity';
import { isFirst, parseContents } from '../../../../../src-main/core/vault/vault-contents';
import { killedAfter } from '../../lock/killed';
import type { Story } from '../../story';
import { allOf, leftBehind, rememberingSealer, startedOn, takeOver } from './left-profile';

/** What a start comes to. */
interface Run {
  /** It came to its end before it was to be killed. */
  readonly isOver: boolean;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts Latchkey on it, and kills it right after so many things that it did to the disk and the keychain. */
async function killAfter(story: Story, step: number): Promise<Run> {
  const dying = killedAfter(story, step, { sealer: rememberingSealer });
  const ended: unknown[] = [];
  void takeOver(dying.story).then(
    () => ended.push(null),
    (error: unknown) => ended.push(error),
  );
  while (ended.length === 0 && !dying.isDead()) await turn();
  const [failure] = ended;
  if (failure instanceof Error) throw failure;
  return { isOver: ended.length > 0 };
}

/** What lies on the disk and in the keychain. */
export interface Lying {
  readonly vaultFile: Pick<Story['vaultFile'], 'sealed' | 'backup'>;
  readonly vaultKeyFile: Pick<Story['vaultKeyFile'], 'sealed'>;
  readonly settingsFile: Pick<Story['settingsFile'], 'text' | 'backup'>;
  readonly secrets: Pick<Story['secrets'], 'entries'>;
}

/** Which schema the vault on the disk has; null where none opens. */
async function schemaOnDisk({ vaultFile, vaultKeyFile, secrets }: Lying): Promise<1 | 2 | null> {
  if (vaultFile.sealed === null) return null;
  const typed = vaultKeyFile.sealed
    ? [(await openBackupKey(rememberingSealer, vaultKeyFile.sealed, passphrases.lock)).identity]
    : [];
  const inKeychain = [...secrets.entries.values()].filter((one) => one.startsWith('AGE-SECRET-KEY'));
  for (const identity of [...typed, ...inKeychain]) {
    const text = await rememberingSealer.openWith(identity, vaultFile.sealed).catch(() => '');
    const read = parseContents(text, identity);
    if (read.kind === 'good') return isFirst(read.value) ? 1 : 2;
  }
  return null;
}

/** Until the new vault lies on the disk and opens, the files of then are what they were, byte for byte. */
export async function whatIsBroken(story: Lying, left: Lying): Promise<string[]> {
  const schema = await schemaOnDisk(story);
  const failures: string[] = [];
  const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
    Buffer.from(one ?? []).equals(Buffer.from(other ?? []));
  if (schema !== 2) {
    if (!isSame(story.vaultFile.sealed, left.vaultFile.sealed)) failures.push('the vault of then is another');
    // Right before the new vault takes its place, that of then becomes the last good version, too.
    const lastGood = [left.vaultFile.backup, left.vaultFile.sealed];
    if (!lastGood.some((one) => isSame(story.vaultFile.backup, one)))
      failures.push('its last good version is another');
    if (story.settingsFile.text !== left.settingsFile.text) failures.push('the settings of then are others');
    if (story.settingsFile.backup !== left.settingsFile.backup)
      failures.push('the last good settings of then are others');
  }
  if (!isSame(story.vaultKeyFile.sealed, left.vaultKeyFile.sealed)) failures.push('the key file is another');
  for (const [name, value] of left.secrets.entries)
    if (name.startsWith('vault-identity') && story.secrets.entries.get(name) !== value)
      failures.push(`${name} is gone`);
  return failures;
}

const expected = new Map<FirstVersionProfile, string>();

async function expectedOf(name: FirstVersionProfile): Promise<string> {
  const known = expected.get(name);
  if (known !== undefined) return known;
  const story = startedOn(leftBehind(name));
  await takeOver(story);
  const all = JSON.stringify(await allOf(story));
  expected.set(name, all);
  return all;
}

/**
 * Kills the taking over of a profile after one step, and once more, after another step, when it goes on; then lets it come to
 * its end.
 *
 * @returns a sentence for everything that is lost, and whether the first kill came too late
 */
export async function killTwice(
  name: FirstVersionProfile,
  first: number,
  second: number,
): Promise<{ readonly failures: string[]; readonly isOver: boolean }> {
  const left = leftBehind(name);
  const story = leftBehind(name);
  const { isOver } = await killAfter(story, first);
  const failures = await whatIsBroken(story, left);
  await killAfter(story, second);
  failures.push(...(await whatIsBroken(story, left)));
  for (const when of ['at the next start', 'one start later']) {
    const next = startedOn(story);
    await takeOver(next);
    const found = JSON.stringify(await allOf(next));
    const wanted = await expectedOf(name);
    if (found !== wanted) failures.push(`${when}: ${found} instead of ${wanted}`);
  }
  return { failures: failures.map((one) => `${name}, killed after ${first} and ${second}: ${one}`), isOver };
}
