import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { codeOf, failureOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { rowsOf } from '../../../app/rows-of';
import { appWithCodes, entriesOf, ofLedger } from '../story';

/** An app with one list by hand; the second of its codes is used, with a note. */
async function withList(): Promise<World & { readonly ledgerId: string }> {
  const world = makeApp();
  const [first, second, third] = rowsOf('aaaa-1111\nbbbb-2222\ncccc-3333');
  const codes = [first, { ...second, isUsed: true }, third] as ReturnType<typeof rowsOf>;
  const { ledgerId } = await world.backend.addHandKept({ label: 'Bank', codes });
  await world.backend.noteOnRecoveryCode({ ledgerId, index: 1, note: 'on the train' });
  return { ...world, ledgerId };
}

/** Each code with what is known of it, after a restart. */
async function listIn(world: World, ledgerId: string): Promise<string[]> {
  const later = makeApp(world);
  const { codes } = await later.backend.revealRecoveryCodes({ ledgerId });
  const entries = await entriesOf(later, ledgerId);
  return codes.map((code, place) => [code, entries[place]?.state, entries[place]?.note].join(' ').trim());
}

const whole = ['aaaa-1111 unused', 'bbbb-2222 used on the train', 'cccc-3333 unused'];

describe('a row of a list that is kept by hand', () => {
  it('is kept as used where it was ticked', async () => {
    const world = await withList();
    expect(await listIn(world, world.ledgerId)).toEqual(whole);
    const codes = rowsOf('aaaa-1111\nbbbb-2222\ncccc-3333').map((row) => ({
      ...row,
      isUsed: row.code === 'cccc-3333',
    }));
    await world.backend.changeHandKept({ ledgerId: world.ledgerId, label: 'Bank', codes });
    expect(await listIn(world, world.ledgerId)).toEqual([
      'aaaa-1111 unused',
      'bbbb-2222 used on the train',
      'cccc-3333 used',
    ]);
  });

  it('is corrected, and stays used and noted', async () => {
    const world = await withList();
    const { ledgerId } = world;
    await world.backend.correctRecoveryCode({ ledgerId, index: 1, code: ' BBBB-2229\u200b ' });
    expect(await listIn(world, ledgerId)).toEqual([whole[0], 'BBBB-2229 used on the train', whole[2]]);
    await world.backend.correctRecoveryCode({ ledgerId, index: 1, code: 'bbbb 2229' });
    expect(await listIn(world, ledgerId)).toEqual([whole[0], 'bbbb 2229 used on the train', whole[2]]);
  });

  it('is removed, and put back in its place with all that was known of it', async () => {
    const world = await withList();
    const { ledgerId, backend } = world;
    await backend.removeRecoveryCode({ ledgerId, index: 1 });
    expect(await listIn(world, ledgerId)).toEqual([whole[0], whole[2]]);
    expect(await backend.putBackRecoveryCode({ ledgerId })).toEqual({ index: 1 });
    expect(await listIn(world, ledgerId)).toEqual(whole);
    expect(await codeOf(backend.putBackRecoveryCode({ ledgerId }))).toBe('no-such-code');
  });

  it('is put back at the end of a list that is shorter by now', async () => {
    const world = await withList();
    const { ledgerId, backend } = world;
    await backend.removeRecoveryCode({ ledgerId, index: 0 });
    await backend.removeRecoveryCode({ ledgerId, index: 1 });
    await backend.correctRecoveryCode({ ledgerId, index: 0, code: 'dddd-4444' });
    expect(await backend.putBackRecoveryCode({ ledgerId })).toEqual({ index: 1 });
    expect(await listIn(world, ledgerId)).toEqual(['dddd-4444 used on the train', whole[2]]);
  });

  it('is put back neither after a lock, nor into another list, nor over a new one, nor twice', async () => {
    const world = await withList();
    const { ledgerId, backend } = world;
    const { ledgerId: other } = await backend.addHandKept({ label: 'Shop', codes: rowsOf('zzzz-9999') });
    const putBack = () => codeOf(backend.putBackRecoveryCode({ ledgerId }));
    await backend.removeRecoveryCode({ ledgerId, index: 0 });
    expect(await codeOf(backend.putBackRecoveryCode({ ledgerId: other }))).toBe('no-such-code');
    await backend.correctRecoveryCode({ ledgerId, index: 0, code: 'AAAA1111' });
    expect(await putBack()).toBe('recovery-code-twice');
    await backend.lock({});
    await backend.unlock({ passphrase: '' });
    expect(await putBack()).toBe('no-such-code');
    await backend.removeRecoveryCode({ ledgerId, index: 0 });
    await backend.addHandKept({ label: 'New', codes: rowsOf('eeee-5555') });
    await backend.changeHandKept({ ledgerId, label: 'Bank', codes: rowsOf('ffff-6666') });
    expect(await putBack()).toBe('no-such-code');
  });

  it('is neither the last one to be removed, nor one that is not there, nor one of an account', async () => {
    const world = await withList();
    const { ledgerId, backend } = world;
    expect(await codeOf(backend.removeRecoveryCode({ ledgerId, index: 3 }))).toBe('no-such-code');
    expect(await codeOf(backend.correctRecoveryCode({ ledgerId, index: 3, code: 'x' }))).toBe('no-such-code');
    await backend.removeRecoveryCode({ ledgerId, index: 0 });
    await backend.removeRecoveryCode({ ledgerId, index: 0 });
    expect(await codeOf(backend.removeRecoveryCode({ ledgerId, index: 0 }))).toBe('last-recovery-code');
    const story = await appWithCodes(['abcd-1234', 'efgh-5678']);
    const row = { ...ofLedger(story), index: 0 };
    expect(await codeOf(story.backend.removeRecoveryCode(row))).toBe('no-such-account');
    expect(await codeOf(story.backend.correctRecoveryCode({ ...row, code: 'x' }))).toBe('no-such-account');
    expect(await codeOf(story.backend.putBackRecoveryCode(ofLedger(story)))).toBe('no-such-account');
  });

  it.each([
    ['recovery-code-empty', ' *** \u200b'],
    ['recovery-code-twice', 'AAAA 1111'],
    ['otpauth-not-code', 'otpauth://totp/Bank:ada?secret=JBSWY3DPEHPK3PXP'],
    ['recovery-code-too-long', 'x'.repeat(limits.recoveryCode + 1)],
  ] as const)('is refused with its place and the reason: %s', async (reason, code) => {
    const world = await withList();
    const { ledgerId, backend } = world;
    const codes = [...rowsOf('aaaa-1111\ngggg-7777'), { code, isUsed: true }];
    const most = reason === 'recovery-code-too-long' ? { most: limits.recoveryCode } : {};
    const refused = { code: reason, details: { row: 2, ...most } };
    expect(await failureOf(backend.addHandKept({ label: 'x', codes }))).toMatchObject(refused);
    expect(await failureOf(backend.changeHandKept({ ledgerId, label: 'x', codes }))).toMatchObject(refused);
    expect(await failureOf(backend.correctRecoveryCode({ ledgerId, index: 2, code }))).toMatchObject(refused);
    expect(await listIn(world, ledgerId)).toEqual(whole);
  });

  it('may be as long as a key of 44 words', async () => {
    const world = makeApp();
    const code = Array.from({ length: 44 }, (_, place) => `cryptogram${place}`).join(' ');
    expect(code.length).toBeGreaterThan(500);
    const { ledgerId } = await world.backend.addHandKept({ label: 'Vault', codes: rowsOf(code) });
    expect(await listIn(world, ledgerId)).toEqual([`${code} unused`]);
  });

  it('is one of at most so many, and at least one', async () => {
    const { backend } = makeApp();
    const codes = rowsOf(
      Array.from({ length: limits.recoveryCodes + 1 }, (_, at) => `code-${at}`).join('\n'),
    );
    expect(await codeOf(backend.addHandKept({ label: 'x', codes }))).toBe('too-many-codes');
    expect(await codeOf(backend.addHandKept({ label: 'x', codes: [] }))).toBe('codes-missing');
  });
});
