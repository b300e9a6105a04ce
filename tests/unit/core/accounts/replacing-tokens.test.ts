import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  restart,
  type Story,
  token,
  unknownToken,
  whoAmI,
  appWithPracticeForThisRun,
} from '../story';
import { boundTo, insideVaultNow, keptTokens } from './kept-tokens';

describe('replacing a token', () => {
  const replace = (story: Story) =>
    story.backend.replaceToken({ accountId: story.accountId, token: 'another-token' });

  it('keeps the new one and forgets the old one', async () => {
    const story = await appWithAccount();
    expect(await replace(story)).toEqual({ tokenChecked: true });
    expect(keptTokens(story)).toEqual([boundTo('another-token')]);
    expect(story.http.requests[0]?.headers['x-auth-token']).toBe('another-token');
  });

  it('leaves the old one in place when the service refuses the new one', async () => {
    const story = await appWithAccount();
    story.http.on(whoAmI, unknownToken);
    expect(await codeOf(replace(story))).toBe('token-refused');
    expect(keptTokens(story)).toEqual([boundTo(token)]);
  });

  it('leaves the old one in place when the new one is no token', async () => {
    const story = await appWithAccount();
    const { backend, accountId } = story;
    expect(await codeOf(backend.replaceToken({ accountId, token: 'x' }))).toBe('token-invalid');
    expect(keptTokens(story)).toEqual([boundTo(token)]);
  });

  it('leaves the old one in place when the keychain is locked', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    expect(await codeOf(replace(story))).toBe('keychain-locked');
    story.secrets.trouble = null;
    expect(keptTokens(story)).toEqual([boundTo(token)]);
  });

  it('puts the old one back when the keychain does not give back the new one', async () => {
    const story = await appWithAccount();
    story.secrets.stores = (value) => (value === boundTo(token) ? value : value.slice(0, 4));
    expect(await codeOf(replace(story))).toBe('token-not-kept');
    expect(keptTokens(story)).toEqual([boundTo(token)]);
  });

  it('is done although the note of it cannot be written: the token is in its place already', async () => {
    const story = await appWithAccount();
    story.vaultFile.full = true;
    expect(await replace(story)).toEqual({ tokenChecked: true });
    expect(await accountOf(story)).toMatchObject({ token: 'keychain' });
    expect(keptTokens(story)).toEqual([boundTo('another-token')]);
    story.vaultFile.full = false;
    expect(await accountOf(restart(story))).toMatchObject({ token: 'keychain' });
  });

  it('keeps it unchecked when the service cannot be asked', async () => {
    const story = await appWithAccount();
    story.http.on(whoAmI, 'unreachable');
    expect(await replace(story)).toEqual({ tokenChecked: false });
    expect(keptTokens(story)).toEqual([boundTo('another-token')]);
  });

  it('keeps that of a practice account in the vault, and none in the keychain', async () => {
    const story = await appWithPracticeForThisRun();
    await replace(story);
    const later = restart(story);
    expect(await accountOf(later)).toMatchObject({ token: 'vault' });
    expect(insideVaultNow(later)).toContain('another-token');
    expect(keptTokens(later)).toEqual([]);
  });

  it('keeps that of a practice account for this run while the keychain is in trouble', async () => {
    const story = await appWithPracticeForThisRun();
    story.secrets.trouble = 'unavailable';
    await replace(story);
    expect(await accountOf(story)).toMatchObject({ token: 'memory' });
    expect([story.secrets.entries.size, story.vaultFile.written]).toEqual([0, []]);
  });
});
