import { describe, expect, it } from 'vitest';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  appWithCodes,
  codesOf,
  listCodes,
  newAccount,
  ofLedger,
  restart,
  type Story,
  entriesOf,
} from '../story';
import { onDisk } from '../accounts/kept-tokens';

const id = ({ accountId }: Story) => ({ accountId });
const list = ['acdef-34679', 'ghjkm-99999', 'pqrtu-77777'];
const ofList = /acdef|ghjkm|pqrtu/;

describe('recovery codes', () => {
  it('are described in the snapshot, and given only when they are revealed', async () => {
    const story = await appWithCodes(list);
    const unused = { state: 'unused', at: null, note: '' };
    expect((await accountOf(story)).recovery).toEqual({
      name: expect.stringMatching(/^[0-9A-Z]{2}-[0-9A-Z]{3}$/) as unknown,
      fetchedAt: story.clock.now(),
      total: 3,
      unused: 3,
      perhapsUsed: 0,
      stamp: expect.any(Number) as unknown,
      sealed: true,
      replacedSets: 0,
    });
    expect(await entriesOf(story, story.accountId)).toEqual([unused, unused, unused]);
    expect(JSON.stringify(story.announced)).not.toMatch(ofList);
    expect(await story.backend.revealRecoveryCodes(ofLedger(story))).toEqual({ codes: list, replaced: [] });
  });

  it('are neither revealed nor copied nor marked before they were fetched', async () => {
    const { backend, ...story } = await appWithAccount();
    const ledger = { ledgerId: story.accountId };
    story.vaultFile.written.length = 0;
    for (const attempt of [
      backend.revealRecoveryCodes(ledger),
      backend.copyRecoveryCode({ ...ledger, index: 0 }),
      backend.useNextCode(ledger),
      backend.markRecoveryCode({ ...ledger, index: 0, state: 'used' }),
      backend.noteOnRecoveryCode({ ...ledger, index: 0, note: 'x' }),
    ])
      expect(await codeOf(attempt)).toBe('no-such-code');
    expect([story.desktop.clipboard, story.vaultFile.written]).toEqual(['', []]);
  });

  it('are sealed on disk alone, and still there after a restart', async () => {
    const story = await appWithCodes(list);
    expect(onDisk(story)).not.toMatch(ofList);
    expect([...story.secrets.entries.values()].join()).not.toMatch(ofList);
    expect(Buffer.from(story.vaultFile.sealed ?? []).toString()).toMatch(/^fake-age age1/);
    expect(Buffer.from(story.vaultFile.sealed ?? []).toString()).not.toMatch(ofList);
    const later = restart(story);
    expect(await codesOf(later)).toEqual(list);
    expect((await accountOf(later)).recovery).toEqual((await accountOf(story)).recovery);
    expect(await entriesOf(later, later.accountId)).toEqual(await entriesOf(story, story.accountId));
  });

  it('are shown without a call once Latchkey has warmed up', async () => {
    const later = restart(await appWithCodes(list));
    await later.app.warmUp();
    expect(later.announced.at(-1)?.accounts[0]?.recovery?.total).toBe(3);
    expect(later.announced.at(-1)?.vault).toEqual({ state: 'open', setAside: false });
  });

  it('outlive their account as codes that are kept by hand', async () => {
    const story = await appWithCodes(list);
    await story.backend.removeAccount({ ...id(story), leaveKeychainEntry: false });
    const later = restart(story);
    await later.app.warmUp();
    expect(later.announced.at(-1)).toMatchObject({
      accounts: [],
      handKept: [{ id: story.accountId, label: 'Work', recovery: { sealed: true, replacedSets: 0 } }],
    });
    expect(await codesOf(later)).toEqual(list);
    expect(await later.backend.removeHandKept(ofLedger(later))).toEqual({});
    expect(await codeOf(codesOf(restart(later)))).toBe('no-such-code');
  });

  it.each([
    [empty(404), 'no-recovery-codes'],
    [json(422, { errors: ['No phone number'] }), 'recovery-codes-unavailable'],
    [empty(401), 'token-refused'],
    [empty(500), 'service-failed'],
    [json(200, {}), 'answer-not-understood'],
    [json(200, { recovery_codes: null }), 'answer-not-understood'],
  ])('that were fetched before stay when %j comes', async (reply, code) => {
    const story = await appWithCodes(list);
    const before = await accountOf(story);
    story.http.on(listCodes, reply);
    expect(await codeOf(story.backend.fetchRecoveryCodes(id(story)))).toBe(code);
    expect(await codesOf(story)).toEqual(list);
    expect(await accountOf(story)).toEqual(before);
  });

  it('may be none at all', async () => {
    const story = await appWithCodes([]);
    expect((await accountOf(story)).recovery).toMatchObject({ total: 0, replacedSets: 0 });
    expect(await codesOf(story)).toEqual([]);
  });

  it('that the service no longer lists are gone, and new ones join them', async () => {
    const story = await appWithCodes(list);
    await appWithCodes(['ghjkm-99999', 'vwxyz-22222'], story);
    const states = (await entriesOf(story, story.accountId)).map(({ state }) => state);
    expect(states).toEqual(['gone', 'unused', 'gone', 'unused']);
    expect(await codesOf(story)).toEqual([...list, 'vwxyz-22222']);
  });

  it('that the service has replaced stay as a set of their own, over a restart', async () => {
    const story = await appWithCodes(list);
    const name = (await accountOf(story)).recovery?.name;
    story.clock.pass(60_000);
    await appWithCodes(['vwxyz-22222'], story);
    const later = restart(story);
    expect(await later.backend.revealRecoveryCodes(ofLedger(later))).toEqual({
      codes: ['vwxyz-22222'],
      replaced: [{ name, replacedAt: story.clock.now(), codes: list }],
    });
    expect((await accountOf(later)).recovery).toMatchObject({ replacedSets: 1 });
  });

  it('of two accounts that are fetched at once are both kept', async () => {
    const story = await appWithAccount();
    const second = await story.backend.addAccount(newAccount({ label: 'Other' }));
    story.http.on(listCodes, json(200, { recovery_codes: list }));
    await Promise.all([
      story.backend.fetchRecoveryCodes(id(story)),
      story.backend.fetchRecoveryCodes({ accountId: second.accountId }),
    ]);
    const later = restart(story);
    expect(await codesOf(later)).toEqual(list);
    expect(await codesOf({ ...later, ...second })).toEqual(list);
  });
});
