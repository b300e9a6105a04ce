import { describe, expect, it } from 'vitest';
import { type CallName, calls } from '#contract/contract';
import { id as anyId } from '#contract/basics';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { callNames, goodInput } from '../../contract/junk';
import { accountOf, ada, appWithAccount, newAccount, restart, snapshotOf, token } from '../story';

const nobody = '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';

/** Calls that answer for an account that does not exist, each with a test of its own. */
const indifferent: readonly CallName[] = [
  // It is asked while somebody types, and no digits begin a code where none is listed.
  'beginsRecoveryCode',
  // It is asked for what is on the screen, and nothing is known of codes that are not there.
  'readLedger',
];

/** The calls that take an id under this name: each must refuse one of nobody, unless it is named above. */
const taking = (field: 'accountId' | 'ledgerId'): CallName[] =>
  callNames.filter((name) => field in calls[name].takes.entries && !indifferent.includes(name));

/** Input in which nothing but the id is wrong. */
const inputFor = (name: CallName): Record<string, unknown> => {
  const good = goodInput(name);
  const sound = { token, serviceUrl: 'https://api.test', code: '123456' };
  const known = Object.entries(sound).filter(([field]) => field in good);
  return { ...good, ...Object.fromEntries(known) };
};

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
    story.vaultFile.full = true;
    expect(await codeOf(rename('Home'))).toBe('vault-not-saved');
    expect(await accountOf(story)).toMatchObject({ label: 'Work' });
  });

  it('is selected, and still is after a restart', async () => {
    const story = await appWithAccount();
    const { accountId: other } = await story.backend.addAccount(newAccount({ label: 'Other' }));
    expect((await snapshotOf(story)).activeAccountId).toBe(other);
    await story.backend.selectAccount({ accountId: story.accountId });
    expect((await snapshotOf(restart(story))).activeAccountId).toBe(story.accountId);
  });

  it.each(taking('accountId'))('that does not exist cannot be touched by %s', async (name) => {
    const { backend, http, secrets, settingsFile, vaultFile } = makeApp();
    const call = backend[name] as (input: unknown) => Promise<unknown>;
    expect(await codeOf(call(inputFor(name)))).toBe('no-such-account');
    const written = [...settingsFile.written, ...vaultFile.written];
    expect([http.calls, secrets.touches, written]).toEqual([[], [], []]);
  });

  it.each(taking('ledgerId'))('that does not exist has no recovery codes for %s', async (name) => {
    const { backend, secrets, vaultFile } = makeApp();
    const call = backend[name] as (input: unknown) => Promise<unknown>;
    expect(await codeOf(call(inputFor(name)))).toBe('no-such-code');
    expect([secrets.touches, vaultFile.written]).toEqual([[], []]);
  });

  it('that does not exist has nothing that is known of its codes', async () => {
    const { backend, secrets, vaultFile } = makeApp();
    expect(await backend.readLedger({ ledgerId: nobody })).toEqual({ entries: [] });
    expect([secrets.touches, vaultFile.written]).toEqual([[], []]);
  });

  it('that does not exist has no code that digits could begin', async () => {
    const { backend, http, secrets, settingsFile, vaultFile } = makeApp();
    const { beginsRecoveryCode } = backend;
    expect(await beginsRecoveryCode({ accountId: nobody, code: '123456' })).toEqual({
      begins: false,
      listed: false,
    });
    const written = [...settingsFile.written, ...vaultFile.written];
    expect([http.calls, secrets.touches, written]).toEqual([[], [], []]);
  });
});

it('every id that a call takes is one of an account, of a ledger or of a copy of the backups', () => {
  const fields = callNames.flatMap((name) => Object.entries(calls[name].takes.entries));
  const ids = fields.filter(([, schema]) => schema === anyId).map(([field]) => field);
  expect(new Set(ids)).toEqual(new Set(['accountId', 'ledgerId', 'folderId']));
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
