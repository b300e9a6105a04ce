import { describe, expect, it } from 'vitest';
import { empty, json } from '../../fakes/fake-http';
import { codeOf } from '../../fakes/failure-of';
import { accountOf, appWithAccount, listCodes, restart, type Story } from './story';

const id = ({ accountId }: Story) => ({ accountId });
const list = ['acdef-34679', 'ghjkm-99999', 'pqrtu-77777'];

async function appWithCodes(): Promise<Story> {
  const story = await appWithAccount();
  story.http.on(listCodes, json(200, { recovery_codes: list }));
  await story.backend.fetchRecoveryCodes(id(story));
  return story;
}

describe('recovery codes', () => {
  it('are counted in the snapshot, and given only when they are revealed', async () => {
    const story = await appWithCodes();
    expect((await accountOf(story)).recovery).toEqual({ count: 3, fetchedAt: story.clock.now() });
    expect(JSON.stringify(story.announced)).not.toMatch(/acdef|ghjkm|pqrtu/);
    expect(await story.backend.revealRecoveryCodes(id(story))).toEqual({
      codes: list,
      fetchedAt: story.clock.now(),
    });
  });

  it('are copied one by one', async () => {
    const story = await appWithCodes();
    await story.backend.copyRecoveryCode({ ...id(story), index: 1 });
    expect(story.desktop.clipboard).toBe('ghjkm-99999');
  });

  it('are neither revealed nor copied before they were fetched', async () => {
    const story = await appWithAccount();
    expect(await codeOf(story.backend.revealRecoveryCodes(id(story)))).toBe('no-such-code');
    expect(await codeOf(story.backend.copyRecoveryCode({ ...id(story), index: 0 }))).toBe('no-such-code');
    expect(story.desktop.clipboard).toBe('');
  });

  it.each([3, 1e308, Number.MAX_SAFE_INTEGER])('have none at %d', async (index) => {
    const story = await appWithCodes();
    expect(await codeOf(story.backend.copyRecoveryCode({ ...id(story), index }))).toBe('no-such-code');
  });

  it('are not written down, and gone after a restart', async () => {
    const story = await appWithCodes();
    expect(story.settingsFile.text).not.toMatch(/acdef|ghjkm|pqrtu/);
    expect([...story.secrets.entries.values()].join()).not.toMatch(/acdef|ghjkm|pqrtu/);
    const later = restart(story);
    expect((await accountOf(later)).recovery).toBeNull();
    expect(await codeOf(later.backend.revealRecoveryCodes(id(later)))).toBe('no-such-code');
  });

  it('go with their account', async () => {
    const story = await appWithCodes();
    await story.backend.removeAccount({ ...id(story), leaveKeychainEntry: false });
    expect(await codeOf(story.backend.revealRecoveryCodes(id(story)))).toBe('no-such-account');
  });

  it.each([
    [empty(404), 'no-recovery-codes'],
    [json(422, { errors: ['No phone number'] }), 'recovery-codes-unavailable'],
    [empty(401), 'token-refused'],
    [empty(500), 'service-failed'],
    [json(200, {}), 'answer-not-understood'],
    [json(200, { recovery_codes: null }), 'answer-not-understood'],
  ])('that were fetched before stay when %j comes', async (reply, code) => {
    const story = await appWithCodes();
    story.http.on(listCodes, reply);
    expect(await codeOf(story.backend.fetchRecoveryCodes(id(story)))).toBe(code);
    expect((await story.backend.revealRecoveryCodes(id(story))).codes).toEqual(list);
  });

  it('may be none at all', async () => {
    const story = await appWithAccount();
    story.http.on(listCodes, json(200, { recovery_codes: [] }));
    await story.backend.fetchRecoveryCodes(id(story));
    expect((await accountOf(story)).recovery).toMatchObject({ count: 0 });
  });
});
