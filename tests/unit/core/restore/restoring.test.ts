import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { json } from '../../../fakes/fake-http';
import { makeApp } from '../../../app/make-app';
import { listCodes, restart, serviceUrl, snapshotOf, token } from '../story';
import { addByHand } from '../vault/vault-world';
import { appWithBackups, codes, useUp } from '../backup/folders/backup-world';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { elsewhere, kitName, ledgerOf, madeAt, openFolder, openKit, restoreKit } from './restore-world';
import { sessionEntryOf, tokenEntryOf } from '../vault/vault-world';

const one = anAccount(1, [aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5, note: 'desk' })])]);
const two = anAccount(2, [aSet(['bbbb-1111'])], { label: 'Bank', serviceUrl: null });
describe('restoring on a fresh computer', () => {
  it('brings accounts and codes back from a backup folder', async () => {
    const first = await appWithBackups();
    await useUp(first);
    await addByHand(first);
    await first.backend.backUpNow({});
    const world = elsewhere(first);
    const preview = await openFolder(world);
    expect(preview.ledgers.map(({ label, kind, left }) => [label, kind, left])).toEqual([
      ['Work', 'only-there', 2],
      ['By hand', 'only-there', 1],
    ]);
    expect(preview.refused).toEqual([]);
    expect(await world.backend.restore({ take: [0, 1] })).toMatchObject({ ledgers: 2, accounts: 1 });
    const later = makeApp(world);
    await later.app.warmUp();
    const { accounts, handKept, activeAccountId } = await snapshotOf(later);
    expect(accounts).toMatchObject([
      {
        id: first.accountId,
        label: 'Work',
        serviceUrl,
        kind: 'own',
        token: 'missing',
        recovery: { sealed: true },
      },
    ]);
    expect([handKept.map(({ label }) => label), activeAccountId]).toEqual([['By hand'], first.accountId]);
    expect(await ledgerOf(later, first.accountId)).toEqual({
      codes: codes.map((code, place) => [code, place === 0 ? 'used' : 'unused']),
      replaced: [],
      sealed: true,
    });
  });

  it('asks for the token, and goes on as ever when it has one', async () => {
    const first = await appWithBackups();
    const world = elsewhere(first);
    await openFolder(world);
    await world.backend.restore({ take: [0] });
    const story = { ...makeApp({ ...world, http: first.http }), accountId: first.accountId };
    const { accountId } = story;
    expect(await codeOf(story.backend.fetchRecoveryCodes({ accountId }))).toBe('token-missing');
    expect((await snapshotOf(story)).keychain.state).not.toBe('locked');
    // Used without a token, and still known after the next start.
    await useUp(story);
    expect((await ledgerOf(restart(story), accountId)).codes[0]).toEqual([codes[0], 'used']);
    const yes = { confirmedOrigin: 'https://service.test' };
    expect(await story.backend.replaceToken({ accountId, token, ...yes })).toEqual({
      tokenChecked: true,
    });
    expect((await snapshotOf(story)).accounts).toMatchObject([{ token: 'keychain' }]);
    story.http.on(listCodes, json(200, { recovery_codes: codes.slice(1) }));
    await story.backend.fetchRecoveryCodes({ accountId });
    expect((await ledgerOf(restart(story), accountId)).codes).toHaveLength(3);
  });

  it('lets a restored account be removed without its token', async () => {
    const world = makeApp();
    await restoreKit(world, [one]);
    const { touches } = world.secrets;
    touches.length = 0;
    world.secrets.trouble = 'unavailable';
    await world.backend.removeAccount({ accountId: one.id, leaveKeychainEntry: false });
    expect((await snapshotOf(world)).accounts).toEqual([]);
    // What may have been left there goes, and nothing of the kind has to be there.
    expect(touches).toEqual([
      `remove ${tokenEntryOf(world, one.id)}`,
      `remove ${sessionEntryOf(world, one.id)}`,
    ]);
  });

  it('takes what was asked for and nothing else', async () => {
    const world = makeApp();
    await openKit(world, [one, two]);
    expect(await world.backend.restore({ take: [1] })).toMatchObject({ ledgers: 1, accounts: 0 });
    const { accounts, handKept } = await snapshotOf(world);
    expect([accounts, handKept.map(({ label }) => label)]).toEqual([[], ['Bank']]);
    expect(await world.backend.restore({ take: [] })).toMatchObject({ ledgers: 0, accounts: 0 });
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 1 });
  });

  it('brings back accounts without codes', async () => {
    const world = makeApp();
    expect(await restoreKit(world, [anAccount(1, [])])).toMatchObject({ ledgers: 1, accounts: 1 });
    expect((await snapshotOf(world)).accounts).toMatchObject([{ label: 'Account 1', recovery: null }]);
  });

  it('says what was in the kit, and when it was made', async () => {
    const preview = await openKit(makeApp(), [one, two]);
    expect(preview).toMatchObject({ madeAt, file: kitName, refused: [] });
    expect(preview.ledgers).toMatchObject([
      { label: 'Account 1', kind: 'only-there', codes: 2, left: 1, codesOnlyThere: 2 },
      { label: 'Bank', serviceUrl: null },
    ]);
    expect(JSON.stringify(preview)).not.toMatch(/aaaa|bbbb/);
  });
});
