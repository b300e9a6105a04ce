import { describe, expect, it, vi } from 'vitest';
import { empty, json } from '../../../../fakes/fake-http';
import { askForText, appWithCodes, ofLedger, restart, type Story, token, verify } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import { appWithBackups, codes, folderAt, passphrase, picture, settled, stick } from './backup-world';

const day = 24 * 60 * 60_000;
const id = ({ accountId }: Story) => ({ accountId });

async function keepSession(story: Story): Promise<void> {
  story.http.on(verify('123456'), json(200, { token: 'session-token-1' }));
  await story.backend.verifyCode({ ...id(story), code: '123456' });
}

/** Changes of the vault of which no backup holds anything. */
const changes: [string, (story: Story) => Promise<unknown>][] = [
  [
    'a text was asked for',
    (story) => {
      story.http.on(askForText, empty(204));
      return story.backend.requestCode(id(story));
    },
  ],
  ['a session was kept', keepSession],
  [
    'a session was forgotten',
    async (story) => {
      await keepSession(story);
      await story.backend.forgetSessionToken(id(story));
    },
  ],
  [
    'a service has announced its end, and somebody has seen it',
    async (story) => {
      story.http.on(askForText, { ...empty(204), headers: { sunset: 'Sat, 31 Oct 2026 23:59:59 GMT' } });
      await story.backend.requestCode(id(story));
      await story.backend.dismissSunset(id(story));
    },
  ],
  ['a token was replaced', (story) => story.backend.replaceToken({ ...id(story), token: `${token}-2` })],
  ['it locks at another time', ({ backend }) => backend.setLockAfter({ afterIdle: 60 })],
  [
    'a passphrase was set, and the tokens went into the vault',
    ({ backend }) => backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase }),
  ],
  [
    'somebody was told of a check that is due',
    async (story) => {
      await story.app.beginNotifying();
      for (let days = 0; days < 92; days += 0.2) story.clock.pass(0.2 * day);
      await vi.waitFor(async () => expect((await openedVault(story)).local.checkReminderFor).not.toBeNull());
    },
  ],
  [
    'a backup was checked',
    async (story) => story.backend.checkBackup({ folderId: (await folderAt(story)).id, passphrase }),
  ],
  [
    'somebody was told of a trouble that is over',
    async (story) => {
      await story.app.beginNotifying();
      story.files.trouble.set(stick, 'not-allowed');
      await settled(story);
      await vi.waitFor(async () =>
        expect((await openedVault(story)).local.backups?.folders[0]?.told).not.toEqual([]),
      );
      story.files.trouble.clear();
    },
  ],
];

const unchanged: [string, (story: Story) => Promise<unknown>][] = [
  ['the same codes were listed again', (story) => appWithCodes(codes, story)],
  [
    'a note was saved as it was',
    (story) => story.backend.noteOnRecoveryCode({ ...ofLedger(story), index: 0, note: '' }),
  ],
  [
    'another name was the name of before',
    (story) => story.backend.renameAccount({ ...id(story), label: 'Work' }),
  ],
];

/** Does it, and expects that no backup was written: not by itself, nor after a restart. */
async function expectNothingDue(story: Story, happens: (story: Story) => Promise<unknown>): Promise<void> {
  const before = picture(story);
  await happens(story);
  await settled(story);
  expect((await folderAt(story)).health).toBe('current');
  const later = restart(story);
  await later.app.warmUp();
  await later.backend.unlock({ passphrase });
  await settled(later);
  expect((await folderAt(later)).health).toBe('current');
  expect(picture(later)).toEqual(before);
  expect([story.bugs, later.bugs]).toEqual([[], []]);
}

describe('no backup is due', () => {
  it.each(changes)('because %s, though the vault is another', async (_what, happens) => {
    const story = await appWithBackups();
    const { written } = story.vaultFile;
    const before = written.length;
    await expectNothingDue(story, happens);
    expect(written.length).toBeGreaterThan(before);
  });

  it.each(unchanged)('because %s', async (_what, happens) => {
    await expectNothingDue(await appWithBackups(), happens);
  });
});
