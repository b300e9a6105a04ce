import { describe, expect, it, vi } from 'vitest';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  appWithCodes,
  codesOf,
  ofLedger,
  renewCodes,
  restart,
  snapshotOf,
  type Story,
  entriesOf,
  appWithPracticeForThisRun,
} from '../story';
import { insideVaultNow, onDisk } from '../accounts/kept-tokens';
import { identityEntryOf, newerWith } from '../vault/vault-world';

const fresh = ['fresh-11111', 'fresh-22222'];
const answer = json(200, { recovery_codes: fresh });
const generate = (story: Story) =>
  story.backend.generateRecoveryCodes({ accountId: story.accountId, withoutBackup: false });

async function withOldCodes(): Promise<Story> {
  const story = await appWithCodes(['older-11111']);
  story.http.on(renewCodes, answer).requests.length = 0;
  return story;
}

/** Has everything that reaches the disks or the service noted, in order. */
function watched(story: Story): string[] {
  const events: string[] = [];
  const { vaultFile, http } = story;
  const [write, read] = [vaultFile.write.bind(vaultFile), vaultFile.read.bind(vaultFile)];
  vi.spyOn(vaultFile, 'write').mockImplementation(async (sealed) => {
    await write(sealed);
    const text = insideVaultNow(story);
    const parts = [text.includes('"kind": "doubt"') && 'doubt', text.includes('fresh-11111') && 'new codes'];
    events.push(['vault written', ...parts.filter((part) => part !== false)].join(', '));
  });
  vi.spyOn(vaultFile, 'read').mockImplementation(() => {
    events.push('vault read back');
    return read();
  });
  http.on(renewCodes, () => {
    events.push('asked');
    return Promise.resolve(answer);
  });
  story.app.onSnapshot(({ accounts }) => {
    if (accounts[0]?.recovery?.total === fresh.length) events.push('shown');
  });
  return events;
}

describe('generating recovery codes', () => {
  it('proves the vault, notes the start, asks once, writes, reads back, shows, and clears the note', async () => {
    const story = await withOldCodes();
    const events = watched(story);
    await generate(story);
    expect(events.filter((event, place) => event !== events[place - 1])).toEqual([
      'vault written',
      'vault read back',
      'vault written, doubt',
      'vault read back',
      'asked',
      'vault written, doubt, new codes',
      'vault read back',
      'shown',
      'vault written, new codes',
      'vault read back',
      'shown',
    ]);
    expect(events.filter((event) => event === 'asked')).toHaveLength(1);
  });

  it('keeps the old ones as a set of their own, over a restart', async () => {
    const story = await withOldCodes();
    await story.backend.useNextCode(ofLedger(story));
    await generate(story);
    const later = restart(story);
    expect(await later.backend.revealRecoveryCodes(ofLedger(later))).toMatchObject({
      codes: fresh,
      replaced: [{ codes: ['older-11111'], replacedAt: story.clock.now() }],
    });
    expect((await accountOf(later)).recovery).toMatchObject({ replacedSets: 1, sealed: true });
  });

  it('makes a vault first where there is none', async () => {
    const story = await appWithAccount();
    const inTime: boolean[] = [];
    story.http.on(renewCodes, () => {
      inTime.push(story.vaultFile.sealed !== null && story.secrets.entries.has(identityEntryOf(story)));
      return Promise.resolve(answer);
    });
    await generate(story);
    expect(inTime).toEqual([true]);
    expect(await codesOf(restart(story))).toEqual(fresh);
  });

  it.each<[string, (story: Story) => unknown, string]>([
    ['the disk is full', (story) => (story.vaultFile.full = true), 'vault-not-saved'],
    ['the disk cuts files', (story) => (story.vaultFile.stores = () => new Uint8Array()), 'vault-not-saved'],
    ['nothing can be sealed', (story) => (story.sealer.broken = true), 'vault-not-saved'],
  ])('asks for nothing when %s', async (_what, happens, code) => {
    const story = await withOldCodes();
    happens(story);
    expect(await codeOf(generate(story))).toBe(code);
    expect(story.http.calls).toEqual([]);
    expect((await accountOf(story)).recoveryInDoubt).toBe(false);
    expect(await codesOf(story)).toEqual(['older-11111']);
  });

  it.each<[string, (story: Story) => unknown, string, string]>([
    ['the keychain is locked', ({ secrets }) => (secrets.trouble = 'locked'), 'locked', 'keychain'],
    [
      'the vault has no key',
      (story) => story.secrets.entries.set(identityEntryOf(story), 'AGE-SECRET-KEY-1X'),
      'locked',
      'key-missing',
    ],
    ['the vault cannot be read', ({ vaultFile }) => (vaultFile.unreadable = true), 'locked', 'unreadable'],
    [
      'the vault is of a later Latchkey',
      async (story) => {
        story.secrets.entries.set(identityEntryOf(story), 'AGE-SECRET-KEY-1FAKE0000');
        story.vaultFile.sealed = await newerWith(story.sealer, 'x');
      },
      'no-such-account',
      'asked',
    ],
  ])('asks for nothing after a start when %s', async (_what, happens, code, reason) => {
    const before = await withOldCodes();
    await happens(before);
    const story = restart(before);
    const files = onDisk(story);
    expect(await codeOf(generate(story))).toBe(code);
    expect([story.http.calls, onDisk(story)]).toEqual([[], files]);
    expect((await snapshotOf(story)).lock.reason).toBe(reason);
  });
});

describe('the key of the vault', () => {
  it('is put back before anything is asked for where it was removed from the keychain meanwhile', async () => {
    const story = await withOldCodes();
    const entry = identityEntryOf(story);
    const key = story.secrets.entries.get(entry);
    story.secrets.entries.delete(entry);
    await generate(story);
    expect(story.secrets.entries.get(entry)).toBe(key);
    expect(await codesOf(restart(story))).toEqual(fresh);
  });

  it('takes its place again where another one stands: what opened the vault counts', async () => {
    const story = await withOldCodes();
    const entry = identityEntryOf(story);
    const key = story.secrets.entries.get(entry);
    story.secrets.entries.set(entry, 'AGE-SECRET-KEY-1FAKE0099');
    await generate(story);
    expect(story.secrets.entries.get(entry)).toBe(key);
    expect(await codesOf(restart(story))).toEqual(fresh);
  });
});

describe('new recovery codes that cannot be sealed', () => {
  async function unsealed(): Promise<Story> {
    const story = await withOldCodes();
    story.http.on(renewCodes, () => {
      story.vaultFile.full = true;
      return Promise.resolve(answer);
    });
    expect(await codeOf(generate(story))).toBe('vault-not-saved');
    return story;
  }

  it('are there to be revealed, and said to be unsealed', async () => {
    const story = await unsealed();
    expect(await story.backend.revealRecoveryCodes(ofLedger(story))).toMatchObject({
      codes: fresh,
      replaced: [{ codes: ['older-11111'] }],
    });
    expect(story.announced.at(-1)?.accounts[0]?.recovery).toMatchObject({ sealed: false, replacedSets: 1 });
    expect(story.http.calls).toEqual([renewCodes]);
  });

  it('leave the note, for a restart has the old ones alone', async () => {
    const later = restart(await unsealed());
    expect((await accountOf(later)).recoveryInDoubt).toBe(true);
    expect(await codesOf(later)).toEqual(['older-11111']);
    later.vaultFile.full = false;
    await appWithCodes(fresh, later);
    expect((await accountOf(later)).recoveryInDoubt).toBe(false);
    expect(await codesOf(restart(later))).toEqual(fresh);
  });

  it('are sealed by the next change that can be written', async () => {
    const story = await unsealed();
    const mark = () => story.backend.markRecoveryCode({ ...ofLedger(story), index: 0, state: 'used' });
    expect(await codeOf(mark())).toBe('vault-not-saved');
    expect(await codesOf(story)).toEqual(fresh);
    story.vaultFile.full = false;
    await mark();
    expect((await accountOf(story)).recovery).toMatchObject({ sealed: true, replacedSets: 1 });
    const later = restart(story);
    expect(await codesOf(later)).toEqual(fresh);
    expect((await entriesOf(later, later.accountId))[0]?.state).toBe('used');
  });

  it('are held in memory where there is nothing to seal them with but for the practice service, without a failure', async () => {
    const story = await appWithPracticeForThisRun();
    story.secrets.trouble = 'unavailable';
    story.http.on(renewCodes, answer);
    await generate(story);
    expect(await codesOf(story)).toEqual(fresh);
    expect(await accountOf(story)).toMatchObject({ recovery: { sealed: false }, recoveryInDoubt: false });
    expect([story.secrets.entries.size, story.vaultFile.written]).toEqual([0, []]);
  });
});
