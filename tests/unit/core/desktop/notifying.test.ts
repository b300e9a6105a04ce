import { describe, expect, it } from 'vitest';
import { empty } from '../../../fakes/fake-http';
import { makeApp } from '../../../app/make-app';
import { settled, setUpIn, stick } from '../backup/folders/backup-world';
import {
  appWithAccount,
  appWithCodes,
  askForText,
  newAccount,
  ofLedger,
  restart,
  snapshotOf,
  type Story,
} from '../story';

const day = 24 * 3_600_000;
const five = ['acdef-11111', 'acdef-22222', 'acdef-33333', 'acdef-44444', 'acdef-55555'];
const titles = ({ notifications }: Story): string[] => notifications.shown.map(({ title }) => title);

async function watched(story: Story): Promise<Story> {
  await story.app.beginNotifying();
  await story.app.opened();
  return story;
}

describe('a code that was sent', () => {
  const ask = async (story: Story): Promise<void> => {
    story.http.on(askForText, empty(204));
    await story.backend.requestCode({ accountId: story.accountId });
  };

  it('is told a moment later, when nobody looks at Latchkey by then', async () => {
    const story = await watched(await appWithAccount());
    await ask(story);
    expect(titles(story)).toEqual([]);
    story.clock.pass(1_000);
    expect(titles(story)).toEqual(['Code sent – Work']);
    story.clock.pass(day);
    expect(titles(story)).toHaveLength(1);
  });

  it.each([
    ['at its account', 'verify', []],
    ['at quick verify', 'quick-verify', []],
    ['at something else', 'settings', ['Code sent – Work']],
  ] as const)('to somebody who looks %s', async (_where, front, told) => {
    const story = await watched(await appWithAccount());
    await ask(story);
    story.notifications.front = front;
    story.clock.pass(1_000);
    expect(titles(story)).toEqual(told);
  });

  it('is told to somebody who looks at another account', async () => {
    const story = await watched(await appWithAccount());
    await story.backend.addAccount(newAccount({ label: 'Home' }));
    await ask(story);
    story.notifications.front = 'verify';
    story.clock.pass(1_000);
    expect(titles(story)).toEqual(['Code sent – Work']);
  });

  it('is taken back when a newer one is sent', async () => {
    const story = await watched(await appWithAccount());
    await ask(story);
    story.clock.pass(60_000);
    await ask(story);
    expect(story.notifications.takenBack).toEqual(['Code sent – Work']);
    story.clock.pass(1_000);
    expect(titles(story)).toHaveLength(2);
  });

  it('is not told where that is switched off', async () => {
    const story = await watched(await appWithAccount());
    await story.backend.setNotification({ kind: 'codeSent', on: false });
    await ask(story);
    story.clock.pass(1_000);
    expect(titles(story)).toEqual([]);
    expect((await snapshotOf(story)).desktop.notifications).toEqual({
      codeSent: false,
      fewCodes: true,
      backupTrouble: true,
      backupUnchecked: true,
    });
    expect((await snapshotOf(restart(story))).desktop.notifications.codeSent).toBe(false);
  });

  it('leads to its account by a click', async () => {
    const story = await watched(await appWithAccount());
    const { accountId: other } = await story.backend.addAccount(newAccount({ label: 'Home' }));
    expect((await snapshotOf(story)).activeAccountId).toBe(other);
    await ask(story);
    story.clock.pass(1_000);
    story.notifications.shown[0]?.click();
    await expect.poll(() => story.notifications.opened).toEqual(['verify']);
    expect((await snapshotOf(story)).activeAccountId).toBe(story.accountId);
  });
});

describe('codes that run out', () => {
  it('are told at three and at one, also while somebody looks at something else', async () => {
    const story = await watched(await appWithCodes(five));
    story.notifications.front = 'verify';
    const seen: string[][] = [];
    for (let used = 0; used < 5; used += 1) {
      await story.backend.useNextCode(ofLedger(story));
      seen.push(titles(story).slice(seen.flat().length));
    }
    expect(seen).toEqual([[], ['3 recovery codes left – Work'], [], ['1 recovery code left – Work'], []]);
    for (const { title, body } of story.notifications.shown) {
      for (const code of five) expect(`${title} ${body}`).not.toContain(code);
    }
    story.notifications.shown[0]?.click();
    expect(story.notifications.opened).toEqual(['recovery-codes']);
  });

  it('are not told to somebody who has them on the screen', async () => {
    const story = await watched(await appWithCodes(five));
    story.notifications.front = 'recovery-codes';
    for (let used = 0; used < 5; used += 1) await story.backend.useNextCode(ofLedger(story));
    expect(titles(story)).toEqual([]);
  });

  it('are taken back by undo, and told when it happens again', async () => {
    const story = await watched(await appWithCodes(five));
    for (let used = 0; used < 2; used += 1) await story.backend.useNextCode(ofLedger(story));
    const undo = () => story.backend.markRecoveryCode({ ...ofLedger(story), index: 1, state: 'unused' });
    expect(titles(story)).toEqual(['3 recovery codes left – Work']);
    expect(story.notifications.takenBack).toEqual([]);
    await undo();
    expect(story.notifications.takenBack).toEqual(['3 recovery codes left – Work']);
    await story.backend.useNextCode(ofLedger(story));
    expect(titles(story)).toHaveLength(2);
  });

  it('stay where they are while Latchkey is locked', async () => {
    const story = await watched(await appWithCodes(five));
    for (let used = 0; used < 2; used += 1) await story.backend.useNextCode(ofLedger(story));
    await story.backend.lock({});
    expect((await snapshotOf(story)).lock.locked).toBe(true);
    expect(story.notifications.takenBack).toEqual([]);
  });

  it('are not told again by a start', async () => {
    const story = await watched(await appWithCodes(five));
    for (let used = 0; used < 3; used += 1) await story.backend.useNextCode(ofLedger(story));
    const again = await watched(restart({ ...story, notifications: makeApp().notifications }));
    await again.backend.readSnapshot({});
    expect(titles(again)).toEqual([]);
  });
});

describe('a backup in trouble', () => {
  it('is taken back when it is over', async () => {
    const story = await watched(await appWithCodes(five));
    await setUpIn(story, stick);
    await settled(story);
    story.files.writeTrouble.set(stick, 'full');
    await story.backend.useNextCode(ofLedger(story));
    await settled(story);
    expect(titles(story)).toEqual(['Backup not written – no space left']);
    story.files.writeTrouble.delete(stick);
    await story.backend.backUpNow({});
    expect(story.notifications.takenBack).toEqual(['Backup not written – no space left']);
  });

  it('is not told to somebody who looks at the backups', async () => {
    const story = await watched(await appWithCodes(five));
    await setUpIn(story, stick);
    await settled(story);
    story.notifications.front = 'backups';
    story.files.writeTrouble.set(stick, 'full');
    await story.backend.useNextCode(ofLedger(story));
    await settled(story);
    expect(titles(story)).toEqual([]);
  });
});

describe('a backup that nobody checked', () => {
  it('is told when its day comes, and by no later start', async () => {
    const story = await watched(await appWithCodes(five));
    await setUpIn(story, stick);
    expect(titles(story)).toEqual([]);
    for (let days = 0; days < 92; days += 0.2) story.clock.pass(0.2 * day);
    expect(titles(story)).toEqual(['Your backup was not checked for 90 days']);
    story.notifications.shown[0]?.click();
    expect(story.notifications.opened).toEqual(['backups']);
    // On disk by then.
    await story.backend.setTheme({ theme: 'dark' });

    const again = await watched(restart({ ...story, notifications: makeApp().notifications }));
    again.clock.pass(day);
    expect(titles(again)).toEqual([]);
  });

  it('is told by the first start after its day', async () => {
    const story = await appWithCodes(five);
    await setUpIn(story, stick);
    story.clock.pass(91 * day);
    const again = await watched(restart(story));
    expect(titles(again)).toEqual(['Your backup was not checked for 90 days']);
  });

  it('is told once although that cannot be kept', async () => {
    const story = await appWithCodes(five);
    await setUpIn(story, stick);
    story.clock.pass(91 * day);
    story.vaultFile.full = true;
    await watched(story);
    story.clock.pass(day);
    await snapshotOf(story);
    expect(titles(story)).toHaveLength(1);
  });
});

it('holds no copy of what is told to nobody before Latchkey has settled in', async () => {
  const story = await appWithCodes(five);
  for (let used = 0; used < 5; used += 1) await story.backend.useNextCode(ofLedger(story));
  expect(titles(story)).toEqual([]);
  await watched(story);
  expect(titles(story)).toEqual([]);
});
