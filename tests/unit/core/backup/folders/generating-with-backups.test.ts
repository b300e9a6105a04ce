import { describe, expect, it } from 'vitest';
import type { FileFailureKind } from '../../../../../src-main/core/ports/files/files';
import { viewOf } from '../../../../../src-main/core/store/view/view';
import { json } from '../../../../fakes/fake-http';
import { codeOf } from '../../../../app/failure-of';
import { accountOf, appWithPracticeForThisRun, codesOf, renewCodes, type Story } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import {
  addIn,
  appWithBackups,
  folderAt,
  disk,
  namesIn,
  opened,
  settled,
  setUpIn,
  stick,
} from './backup-world';

const fresh = ['fresh-11111', 'fresh-22222'];
const answer = json(200, { recovery_codes: fresh });
const generate = ({ backend, accountId }: Story, withoutBackup = false) =>
  backend.generateRecoveryCodes({ accountId, withoutBackup });

/** The codes that somebody finds with the folder and the passphrase alone. */
async function codesThere(story: Story): Promise<string[]> {
  const { accounts } = await opened(story);
  return ((accounts[0]?.sets[0]?.codes ?? []) as { readonly code: string }[]).map(({ code }) => code);
}

/** What the vault on the disk says of the account. */
const isInDoubt = async (story: Story): Promise<boolean> =>
  viewOf((await openedVault(story)).store).some(({ id, inDoubt }) => id === story.accountId && inDoubt);

async function ready(): Promise<Story> {
  const story = await appWithBackups();
  story.http.on(renewCodes, answer).requests.length = 0;
  return story;
}

describe('generating recovery codes with a backup folder', () => {
  it('proves the folder before it asks, and has the new codes there before the note is cleared', async () => {
    const story = await ready();
    const events: string[] = [];
    const count = story.files.done.length;
    story.http.on(renewCodes, async () => {
      const noted = (await isInDoubt(story)) ? 'noted, ' : '';
      events.push(`${noted}asked${story.files.done.length > count ? ' after a write' : ''}`);
      return answer;
    });
    const save = story.vaultFile.write.bind(story.vaultFile);
    story.vaultFile.write = async (sealed) => {
      const was = await isInDoubt(story);
      await save(sealed);
      if (!was || (await isInDoubt(story))) return;
      events.push(`cleared with ${(await codesThere(story)).join(' ')} in the backup`);
    };
    await generate(story);
    expect(events).toEqual(['noted, asked after a write', `cleared with ${fresh.join(' ')} in the backup`]);
    expect(await codesOf(story)).toEqual(fresh);
  });

  it.each<[FileFailureKind, string]>([
    ['gone', 'backup-folder-gone'],
    ['not-allowed', 'backup-folder-not-writable'],
    ['full', 'backup-folder-full'],
    ['failed', 'backup-not-written'],
  ])('asks for nothing when a folder is %s, unless it is told to go on', async (kind, code) => {
    const story = await ready();
    await addIn(story, disk);
    story.files.writeTrouble.set(disk, kind);
    expect(await codeOf(generate(story))).toBe(code);
    expect(story.http.calls).toEqual([]);
    expect((await accountOf(story)).recoveryInDoubt).toBe(false);
    await generate(story, true);
    expect(await codesOf(story)).toEqual(fresh);
    expect(await codesThere(story)).toEqual(fresh);
  });

  it('asks for nothing when another key lies in the folder', async () => {
    const story = await ready();
    story.files.folders.get(stick)?.set('latchkey-key.age', new Uint8Array(5));
    expect(await codeOf(generate(story))).toBe('backup-key-changed');
    expect(story.http.calls).toEqual([]);
  });

  it('does not fail when the folder goes away meanwhile: the codes are in the vault', async () => {
    const story = await ready();
    story.http.on(renewCodes, () => {
      story.files.trouble.set(stick, 'gone');
      return Promise.resolve(answer);
    });
    await generate(story);
    expect(await codesOf(story)).toEqual(fresh);
    expect(await accountOf(story)).toMatchObject({ recoveryInDoubt: false, recovery: { sealed: true } });
    expect((await folderAt(story)).health).toBe('folder-gone');
  });

  it('puts new codes that the vault could not take into the backup at least', async () => {
    const story = await ready();
    story.http.on(renewCodes, () => {
      story.vaultFile.full = true;
      return Promise.resolve(answer);
    });
    expect(await codeOf(generate(story))).toBe('vault-not-saved');
    await settled(story);
    expect(await codesThere(story)).toEqual(fresh);
  });

  it('asks nothing of a folder for codes in memory alone, as none can be set up for them', async () => {
    const story = await appWithPracticeForThisRun();
    story.secrets.trouble = 'unavailable';
    expect(await codeOf(setUpIn(story, stick))).toBe('keychain-unavailable');
    expect(namesIn(story)).toEqual([]);
    story.http.on(renewCodes, answer);
    story.files.trouble.set(stick, 'gone');
    await generate(story);
    expect(await codesOf(story)).toEqual(fresh);
    expect(story.vaultFile.written).toEqual([]);
  });
});
