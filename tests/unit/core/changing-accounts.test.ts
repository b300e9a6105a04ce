import { describe, expect, it } from 'vitest';
import { codeOf } from '../../fakes/failure-of';
import { makeApp } from '../../fakes/make-app';
import {
  accountOf,
  ada,
  appWithAccount,
  newAccount,
  restart,
  snapshotOf,
  token,
  unknownToken,
  whoAmI,
} from './story';

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
      () => backend.removeAccount({ ...id, leaveKeychainEntry: true }),
      () => backend.dismissSunset(id),
      () => backend.requestCode(id),
      () => backend.verifyCode({ ...id, code: '123456' }),
      () => backend.copySessionToken(id),
      () => backend.forgetSessionToken(id),
      () => backend.fetchRecoveryCodes(id),
      () => backend.generateRecoveryCodes(id),
      () => backend.revealRecoveryCodes(id),
      () => backend.copyRecoveryCode({ ...id, index: 0 }),
    ];
    for (const attempt of attempts) expect(await codeOf(attempt())).toBe('no-such-account');
    expect([http.calls, secrets.touches, settingsFile.written]).toEqual([[], [], []]);
  });
});

describe('replacing a token', () => {
  const replace = (story: Awaited<ReturnType<typeof appWithAccount>>, keepInMemory = false) =>
    story.backend.replaceToken({ accountId: story.accountId, token: 'another-token', keepInMemory });

  it('keeps the new one and forgets the old one', async () => {
    const story = await appWithAccount();
    expect(await replace(story)).toEqual({ tokenChecked: true });
    expect([...story.secrets.entries.values()]).toEqual(['another-token']);
    expect(story.http.requests[0]?.headers['x-auth-token']).toBe('another-token');
  });

  it('leaves the old one in place when the service refuses the new one', async () => {
    const story = await appWithAccount();
    story.http.on(whoAmI, unknownToken);
    expect(await codeOf(replace(story))).toBe('token-refused');
    expect([...story.secrets.entries.values()]).toEqual([token]);
  });

  it('leaves the old one in place when the new one is no token', async () => {
    const story = await appWithAccount();
    const { backend, accountId } = story;
    expect(await codeOf(backend.replaceToken({ accountId, token: 'x', keepInMemory: false }))).toBe(
      'token-invalid',
    );
    expect([...story.secrets.entries.values()]).toEqual([token]);
  });

  it('leaves the old one in place when the keychain is locked', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    expect(await codeOf(replace(story))).toBe('keychain-locked');
    story.secrets.trouble = null;
    expect([...story.secrets.entries.values()]).toEqual([token]);
  });

  it('keeps it unchecked when the service cannot be asked', async () => {
    const story = await appWithAccount();
    story.http.on(whoAmI, 'unreachable');
    expect(await replace(story)).toEqual({ tokenChecked: false });
    expect([...story.secrets.entries.values()]).toEqual(['another-token']);
  });

  it('brings a token into the keychain that was kept in memory before', async () => {
    const story = await appWithAccount({}, { keepInMemory: true });
    await replace(story);
    const later = restart(story);
    expect(await accountOf(later)).toMatchObject({ token: 'keychain' });
    expect([...later.secrets.entries.values()]).toEqual(['another-token']);
  });

  it('into memory leaves no old one behind in a keychain that works', async () => {
    const story = await appWithAccount();
    await replace(story, true);
    expect(story.secrets.entries.size).toBe(0);
    story.http.on('POST /v1/user/otp/verify/123456', { status: 204, headers: {}, body: '' });
    await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
    expect(story.http.requests.at(-1)?.headers['x-auth-token']).toBe('another-token');
  });

  it('into memory is possible while the keychain is in trouble', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'unavailable';
    await replace(story, true);
    expect(await accountOf(story)).toMatchObject({ token: 'memory' });
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
