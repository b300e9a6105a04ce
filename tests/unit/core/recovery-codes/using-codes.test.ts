import { describe, expect, it, vi } from 'vitest';
import { limits } from '#contract/limits';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { restoreKit } from '../restore/restore-world';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { accountOf, appWithCodes, held, listCodes, ofLedger, restart, type Story, entriesOf } from '../story';

const list = ['acdef-34679', 'ghjkm-99999', 'pqrtu-77777'];
const states = async (story: Story) => (await entriesOf(story, story.accountId)).map(({ state }) => state);
const at = (story: Story, index: number) => ({ ...ofLedger(story), index });

describe('copying a recovery code', () => {
  it('makes it perhaps used, for good', async () => {
    const story = await appWithCodes(list);
    await story.backend.copyRecoveryCode(at(story, 1));
    expect(story.desktop.clipboard).toBe('ghjkm-99999');
    expect(await states(story)).toEqual(['unused', 'perhaps-used', 'unused']);
    const later = restart(story);
    await later.app.warmUp();
    expect((await entriesOf(later, later.accountId))[1]).toEqual({
      state: 'perhaps-used',
      at: story.clock.now(),
      note: '',
    });
  });

  it('again moves no date, and leaves a used one used', async () => {
    const story = await appWithCodes(list);
    await story.backend.copyRecoveryCode(at(story, 0));
    await story.backend.markRecoveryCode({ ...at(story, 1), state: 'used' });
    const before = await accountOf(story);
    story.clock.pass(60_000);
    await story.backend.copyRecoveryCode(at(story, 0));
    await story.backend.copyRecoveryCode(at(story, 1));
    expect(await accountOf(story)).toEqual(before);
  });

  it.each([3, 1e308, Number.MAX_SAFE_INTEGER])('finds none at %d', async (index) => {
    const story = await appWithCodes(list);
    const { written } = story.vaultFile;
    const before = written.length;
    for (const attempt of [
      story.backend.copyRecoveryCode(at(story, index)),
      story.backend.markRecoveryCode({ ...at(story, index), state: 'used' }),
      story.backend.noteOnRecoveryCode({ ...at(story, index), note: 'x' }),
    ])
      expect(await codeOf(attempt)).toBe('no-such-code');
    expect([story.desktop.clipboard, written.length]).toEqual(['', before]);
  });

  it('is refused when that cannot be noted, with nothing on the clipboard', async () => {
    const story = await appWithCodes(list);
    story.vaultFile.full = true;
    expect(await codeOf(story.backend.copyRecoveryCode(at(story, 0)))).toBe('vault-not-saved');
    expect(await codeOf(story.backend.useNextCode(ofLedger(story)))).toBe('vault-not-saved');
    expect(story.desktop.clipboard).toBe('');
    expect(await states(story)).toEqual(['unused', 'unused', 'unused']);
  });
});

describe('using the next code', () => {
  it('copies one after the other and marks each as used, until none is left', async () => {
    const story = await appWithCodes(list);
    for (const [index, code] of list.entries()) {
      expect(await story.backend.useNextCode(ofLedger(story))).toEqual({ index });
      expect(story.desktop.clipboard).toBe(code);
    }
    expect(await codeOf(story.backend.useNextCode(ofLedger(story)))).toBe('no-such-code');
    expect(await states(story)).toEqual(['used', 'used', 'used']);
  });

  it('leaves out what was used or perhaps used, and comes back to the latter at the end', async () => {
    const story = await appWithCodes(list);
    await story.backend.copyRecoveryCode(at(story, 0));
    await story.backend.markRecoveryCode({ ...at(story, 1), state: 'used' });
    expect(await story.backend.useNextCode(ofLedger(story))).toEqual({ index: 2 });
    expect(await story.backend.useNextCode(ofLedger(story))).toEqual({ index: 0 });
    expect(await codeOf(story.backend.useNextCode(ofLedger(story)))).toBe('no-such-code');
  });

  it('comes to one with a note last, and only when that was read', async () => {
    const story = await appWithCodes(list);
    await story.backend.noteOnRecoveryCode({ ...at(story, 0), note: 'the one in the safe' });
    expect(await story.backend.useNextCode(ofLedger(story))).toEqual({ index: 1 });
    expect(await story.backend.useNextCode(ofLedger(story))).toEqual({ index: 2 });
    expect(await codeOf(story.backend.useNextCode(ofLedger(story)))).toBe('code-has-note');
    expect(await states(story)).toEqual(['unused', 'used', 'used']);
    expect(story.desktop.clipboard).toBe(list[2]);
    expect(await story.backend.useNextCode({ ...ofLedger(story), noteRead: true })).toEqual({ index: 0 });
    expect(story.desktop.clipboard).toBe(list[0]);
  });

  it('can be undone, over a restart', async () => {
    const story = await appWithCodes(list);
    const { index } = await story.backend.useNextCode(ofLedger(story));
    const later = restart(story);
    await later.backend.markRecoveryCode({ ...at(later, index), state: 'unused' });
    expect((await accountOf(restart(later))).recovery).toMatchObject({ total: 3, unused: 3 });
    expect((await entriesOf(later, later.accountId))[0]).toEqual({ state: 'unused', at: null, note: '' });
    expect(await later.backend.useNextCode(ofLedger(later))).toEqual({ index });
  });

  it('works offline, with no keychain but for its first opening', async () => {
    const story = restart(await appWithCodes(list));
    await story.app.warmUp();
    story.http.requests.length = 0;
    story.secrets.trouble = 'unavailable';
    expect(await story.backend.useNextCode(ofLedger(story))).toEqual({ index: 0 });
    expect(story.http.calls).toEqual([]);
  });
});

describe('a note', () => {
  it('has a limit, which one that was joined out of several keeps', async () => {
    const story = await appWithCodes(list);
    const long = 'x'.repeat(limits.note + 40);
    const write = (note: string) => story.backend.noteOnRecoveryCode({ ...at(story, 0), note });
    expect(await codeOf(write(long))).toBe('bad-input');
    const kept = anAccount(1, [aSet([aCode(list[0] ?? '', { note: long })])], { id: story.accountId });
    await restoreKit(story, [kept]);
    const noteNow = async () => (await entriesOf(story, story.accountId))[0]?.note;
    expect(await noteNow()).toBe(long);
    expect(await codeOf(write(`${long}x`))).toBe('bad-input');
    await write(long.slice(1));
    expect(await noteNow()).toBe(long.slice(1));
    expect(story.bugs).toEqual([]);
  });

  it('is kept without the blanks around it, whatever becomes of its code', async () => {
    const story = await appWithCodes(list);
    await story.backend.noteOnRecoveryCode({ ...at(story, 2), note: '  for the 📱 of "Ada"\n' });
    await story.backend.useNextCode(ofLedger(story));
    await appWithCodes(['acdef-34679'], story);
    const later = restart(story);
    await later.app.warmUp();
    expect((await entriesOf(later, later.accountId)).map(({ state, note }) => `${state}:${note}`)).toEqual([
      'used:',
      'gone:',
      'gone:for the 📱 of "Ada"',
    ]);
  });
});

describe('a change that waits for its turn', () => {
  it('does not hit another code when the set is replaced meanwhile', async () => {
    const story = await appWithCodes(list);
    story.http.on(listCodes, json(200, { recovery_codes: ['vwxyz-22222'] }));
    const started = held<null>();
    const disk = held<null>();
    const write = story.vaultFile.write.bind(story.vaultFile);
    vi.spyOn(story.vaultFile, 'write').mockImplementationOnce(async (sealed) => {
      started.resolve(null);
      await disk.promise;
      return write(sealed);
    });
    const fetching = story.backend.fetchRecoveryCodes({ accountId: story.accountId });
    await started.promise;
    // The new set is on its way to the disk: these still see the old one.
    const attempts = [
      codeOf(story.backend.useNextCode(ofLedger(story))),
      codeOf(story.backend.markRecoveryCode({ ...at(story, 2), state: 'used' })),
    ];
    await new Promise((resolve) => setImmediate(resolve));
    disk.resolve(null);
    await fetching;
    expect(await Promise.all(attempts)).toEqual(['no-such-code', 'no-such-code']);
    expect(await states(story)).toEqual(['unused']);
    expect(story.desktop.clipboard).toBe('');
  });
});
