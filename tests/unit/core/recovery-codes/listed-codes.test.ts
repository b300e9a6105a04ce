import { describe, expect, it } from 'vitest';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { appWithAccount, appWithCodes, restart, type Story, verify, entriesOf } from '../story';

const check = ({ backend, accountId }: Story, code: string) => backend.verifyCode({ accountId, code });
const states = async (story: Story) => (await entriesOf(story, story.accountId)).map(({ state }) => state);

/** Verifies what was typed at a service that takes every code, and tells what was sent. */
async function sentFor(story: Story, typed: string, listed: string): Promise<readonly string[]> {
  story.http.on(verify(encodeURIComponent(listed)), empty(204));
  await check(story, typed);
  return story.http.calls.filter((call) => call.includes('/verify/'));
}

describe('a code that the service listed is sent as it is listed', () => {
  it.each([
    ['eight digits with a dash', '1234-5678', '1234-5678'],
    ['eight digits with a blank', '2345 6789', '2345 6789'],
    ['six digits with a dash', '123-456', '123-456'],
    ['an underscore', 'abcd_efgh', 'abcd_efgh'],
    ['capitals', 'ABCD-EFGH', 'ABCD-EFGH'],
    ['small letters typed as capitals', 'abcd-efgh', 'ABCD-EFGH'],
    ['capitals typed small', 'ABCD-EFGH', 'abcd-efgh'],
    ['a dash that was left out', '1234-5678', '12345678'],
    ['a blank that was left out', '2345 6789', '23456789'],
    ['a blank in place of a dash', 'abcd-efgh', 'abcd efgh'],
    ['a dash that was added', 'abcdefgh', 'abcd-efgh'],
    ['a dash of Unicode', 'abcd-efgh', 'abcd\u2013efgh'],
    ['full-width letters', 'abcd-1234', 'ａｂｃｄ－１２３４'],
    ['blanks and invisible marks around', 'abcd-1234', ' \u200e\u2066abcd-1234\u2069\n'],
    ['characters that mean something in a URL', 'q7/w?d#8%1&k=+;', 'q7/w?d#8%1&k=+;'],
    ['letters of other scripts', 'schlüssel-無効', 'SCHLÜSSEL-無効'],
    ['more than a texted code has', 'x'.repeat(150), 'x'.repeat(150)],
    ['words', 'river cat ladder ox', 'River cat ladder ox'],
    ['a number in it that looks like a texted one', 'code 123456', 'code 123456'],
  ])('%s', async (_what, listed, typed) => {
    const story = await appWithCodes(['other-11111', listed]);
    expect(await sentFor(story, typed, listed)).toEqual([verify(encodeURIComponent(listed))]);
    expect(await states(story)).toEqual(['unused', 'used']);
  });

  it('by the exact one, where two differ in dash or case alone', async () => {
    const story = await appWithCodes(['ABCD-1234', 'abcd-1234', 'abcd1234']);
    expect(await sentFor(story, 'abcd1234', 'abcd1234')).toEqual([verify('abcd1234')]);
    expect(await states(story)).toEqual(['unused', 'unused', 'used']);
  });

  it('by the first unused of several, where none is the exact one', async () => {
    const story = await appWithCodes(['ABCD-1234', 'abcd-1234']);
    await story.backend.markRecoveryCode({ ledgerId: story.accountId, index: 0, state: 'used' });
    expect(await sentFor(story, 'Abcd1234', 'abcd-1234')).toEqual([verify('abcd-1234')]);
    expect(await states(story)).toEqual(['used', 'used']);
  });

  it('also out of a set that was replaced, whose code is marked there', async () => {
    const story = await appWithCodes(['1234-5678']);
    await appWithCodes(['9999-9999'], story);
    expect(await sentFor(story, '12345678', '1234-5678')).toEqual([verify('1234-5678')]);
    await appWithCodes(['1234-5678'], story);
    expect(await states(story)).toEqual(['used']);
  });

  it('although the vault was not opened yet', async () => {
    const story = restart(await appWithCodes(['1234-5678']));
    expect(await sentFor(story, '12345678', '1234-5678')).toContain(verify('1234-5678'));
    expect(await states(story)).toEqual(['used']);
  });

  it('and is not marked when it is refused', async () => {
    const story = await appWithCodes(['1234-5678']);
    story.http.on(verify('1234-5678'), json(400, { error: 'No.' }));
    expect(await check(story, '12345678')).toMatchObject({ outcome: 'rejected' });
    expect(await states(story)).toEqual(['unused']);
  });

  it.each(['..', '.'])('unless it is %j, which would name another call', async (dots) => {
    const story = await appWithCodes([dots]);
    expect(await codeOf(check(story, dots))).toBe('code-invalid');
    expect(story.http.calls.filter((call) => call.includes('/verify'))).toEqual([]);
  });
});

describe('a code that is not listed is sent as it was typed', () => {
  it.each([
    ['1234-5678', '1234-5678'],
    ['2345 6789', '2345%206789'],
    ['ab_1d-EF', 'ab_1d-EF'],
    ['q7Wd--81kz_', 'q7Wd--81kz_'],
    ['q7wd+81kz==', 'q7wd%2B81kz%3D%3D'],
    ['123 456', '123456'],
  ])('%s', async (typed, sent) => {
    const story = await appWithCodes(['acdef-34679']);
    story.http.on(verify(sent), empty(204));
    expect(await check(story, typed)).toMatchObject({ outcome: 'accepted' });
    expect(await states(story)).toEqual(['unused']);
  });

  it('but not with a vault that does not open: nothing is sent then', async () => {
    const first = await appWithCodes(['1234-5678']);
    first.vaultFile.unreadable = true;
    const story = restart(first);
    story.http.on(verify('1234-5678'), empty(204)).requests.length = 0;
    expect(await codeOf(check(story, '1234-5678'))).toBe('locked');
    expect(story.http.calls).toEqual([]);
  });

  it('and another account’s list does not count', async () => {
    const story = await appWithCodes(['ABCD-1234']);
    const other = await appWithAccount(story, { label: 'Other' });
    expect(await sentFor(other, 'abcd-1234', 'abcd-1234')).toEqual([verify('abcd-1234')]);
  });
});

describe('six digits that submit themselves', () => {
  const begins = async ({ backend, accountId }: Story, code: string) =>
    (await backend.beginsRecoveryCode({ accountId, code })).begins;

  it.each([
    ['begin a code of digits', '123-45678', '123456', true],
    ['begin a code with letters behind', '123456-abcd', '123456', true],
    ['are a whole code', '123-456', '123456', false],
    ['begin none', '123-45678', '654321', false],
    ['stand in the middle of one', '0123-45678', '123456', false],
  ])('%s', async (_what, listed, typed, expected) => {
    expect(await begins(await appWithCodes([listed]), typed)).toBe(expected);
  });

  it('wait for the rest of a used code, too, and tell nothing of a vault that is closed', async () => {
    const story = await appWithCodes(['123-45678']);
    await story.backend.useNextCode({ ledgerId: story.accountId });
    expect(await begins(story, '123456')).toBe(true);
    story.secrets.trouble = 'locked';
    expect(await codeOf(begins(restart(story), '123456'))).toBe('locked');
  });
});
