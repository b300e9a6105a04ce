import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../fakes/failure-of';
import { makeApp } from '../../../fakes/make-app';
import { accountOf, ada, appWithAccount, newAccount, restart, snapshotOf, token } from '../story';

const nobody = '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';

describe('an account', () => {
  it('is renamed, for good', async () => {
    const story = await appWithAccount();
    await story.backend.renameAccount({ accountId: story.accountId, label: '  Home\tlab ' });
    expect(await accountOf(restart(story))).toMatchObject({ label: 'Home lab' });
  });

  it('keeps its name when the new one cannot be seen or cannot be written', async () => {
    const story = await appWithAccount();
    const rename = (label: string) => story.backend.renameAccount({ accountId: story.accountId, label });
    expect(await codeOf(rename('\u200b \u202e'))).toBe('label-invalid');
    story.settingsFile.full = true;
    expect(await codeOf(rename('Home'))).toBe('settings-not-saved');
    expect(await accountOf(story)).toMatchObject({ label: 'Work' });
  });

  it('is selected, and still is after a restart', async () => {
    const story = await appWithAccount();
    const { accountId: other } = await story.backend.addAccount(newAccount({ label: 'Other' }));
    expect((await snapshotOf(story)).activeAccountId).toBe(other);
    await story.backend.selectAccount({ accountId: story.accountId });
    expect((await snapshotOf(restart(story))).activeAccountId).toBe(story.accountId);
  });

  it('that does not exist cannot be touched by any call', async () => {
    const { backend, http, secrets, settingsFile } = makeApp();
    const id = { accountId: nobody };
    const attempts: (() => Promise<unknown>)[] = [
      () => backend.selectAccount(id),
      () => backend.renameAccount({ ...id, label: 'x' }),
      () => backend.replaceToken({ ...id, token, keepInMemory: false }),
      () =>
        backend.moveAccount({
          ...id,
          serviceUrl: 'https://api.test',
          token,
          keepInMemory: false,
          saveUnchecked: true,
        }),
      () => backend.removeAccount({ ...id, leaveKeychainEntry: true }),
      () => backend.dismissSunset(id),
      () => backend.requestCode(id),
      () => backend.verifyCode({ ...id, code: '123456' }),
      () => backend.copySessionToken(id),
      () => backend.forgetSessionToken(id),
      () => backend.fetchRecoveryCodes(id),
      () => backend.generateRecoveryCodes({ ...id, withoutBackup: false }),
    ];
    for (const attempt of attempts) expect(await codeOf(attempt())).toBe('no-such-account');
    expect([http.calls, secrets.touches, settingsFile.written]).toEqual([[], [], []]);
  });

  it('that does not exist has no recovery codes to work with', async () => {
    const { backend, secrets, vaultFile } = makeApp();
    const id = { ledgerId: nobody };
    const attempts: (() => Promise<unknown>)[] = [
      () => backend.revealRecoveryCodes(id),
      () => backend.copyRecoveryCode({ ...id, index: 0 }),
      () => backend.useNextCode(id),
      () => backend.markRecoveryCode({ ...id, index: 0, state: 'used' }),
      () => backend.noteOnRecoveryCode({ ...id, index: 0, note: 'x' }),
      () => backend.changeHandKept({ ...id, label: 'x', pasted: 'abcd-1234' }),
      () => backend.removeHandKept(id),
    ];
    for (const attempt of attempts) expect(await codeOf(attempt())).toBe('no-such-code');
    expect([secrets.touches, vaultFile.written]).toEqual([[], []]);
  });
});

describe('the theme', () => {
  it('is shown at once, written down, and shown again at the next start', async () => {
    const world = makeApp();
    await world.backend.setTheme({ theme: 'dark' });
    expect((await snapshotOf(world)).theme).toBe('dark');
    const later = makeApp(world);
    await later.backend.readSnapshot({});
    expect(later.desktop.themes).toEqual(['system', 'dark', 'dark']);
  });

  it('stays as it was when it cannot be written down', async () => {
    const world = makeApp();
    world.settingsFile.full = true;
    expect(await codeOf(world.backend.setTheme({ theme: 'dark' }))).toBe('settings-not-saved');
    expect(world.desktop.themes).toEqual(['system']);
    expect((await snapshotOf(world)).theme).toBe('system');
  });
});

describe('a link', () => {
  it('is opened by its name', async () => {
    const world = makeApp();
    await world.backend.openLink({ link: 'license' });
    expect(world.desktop.links).toEqual(['license']);
  });
});

describe('the Sunset of a service', () => {
  it('is told to the accounts of that service alone, once, until its date moves', async () => {
    const story = await appWithAccount();
    story.http.on('GET /user', ada);
    await story.backend.addAccount(newAccount({ serviceUrl: 'https://other.test' }));
    const text = 'POST /v1/user/otp/sms/receive';
    const sunset = async (date: string, id: string): Promise<void> => {
      story.http.on(text, { status: 429, headers: { sunset: date, 'retry-after': '1' }, body: '' });
      await codeOf(story.backend.requestCode({ accountId: id }));
      story.clock.pass(2_000);
    };
    const shown = async () => (await snapshotOf(story)).accounts.map((account) => account.sunset);

    await sunset('2026-06-30', story.accountId);
    expect(await shown()).toEqual(['2026-06-30', null]);
    await story.backend.dismissSunset({ accountId: story.accountId });
    expect(await shown()).toEqual([null, null]);
    await sunset('2026-06-30', story.accountId);
    expect(await shown()).toEqual([null, null]);
    expect((await accountOf(restart(story))).sunset).toBeNull();
    await sunset('2026-12-31', story.accountId);
    expect(await shown()).toEqual(['2026-12-31', null]);
  });

  it('that was never announced can be dismissed', async () => {
    const story = await appWithAccount();
    await story.backend.dismissSunset({ accountId: story.accountId });
    expect((await accountOf(story)).sunset).toBeNull();
  });
});
