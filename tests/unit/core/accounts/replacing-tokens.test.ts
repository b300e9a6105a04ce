import { describe, expect, it } from 'vitest';
import { empty } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  restart,
  type Story,
  token,
  unknownToken,
  verify,
  whoAmI,
} from '../story';

describe('replacing a token', () => {
  const replace = (story: Story, keepInMemory = false) =>
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

  it('puts the old one back when the keychain does not give back the new one', async () => {
    const story = await appWithAccount();
    story.secrets.stores = (value) => (value === token ? value : value.slice(0, 4));
    expect(await codeOf(replace(story))).toBe('token-not-kept');
    expect([...story.secrets.entries.values()]).toEqual([token]);
  });

  it('holds for this run when the settings cannot be written', async () => {
    const story = await appWithAccount({}, { keepInMemory: true });
    story.settingsFile.full = true;
    await replace(story);
    expect(await accountOf(story)).toMatchObject({ token: 'keychain' });
    expect([...story.secrets.entries.values()]).toEqual(['another-token']);
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
    story.http.on(verify('123456'), empty(204));
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
