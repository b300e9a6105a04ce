import type { Snapshot } from '#contract/snapshot';
import { describe, expect, it } from 'vitest';
import { trayView } from '../../../../src-main/core/desktop/tray-menu';
import { entryText, tooltipText } from '../../../../src-main/edge/tray/tray-text';
import { aSet, aSnapshot, anAccount, firstId, secondId } from '../../window/fake-backend';

const now = 1_700_000_000_000;
const work = anAccount();
const home = anAccount({ id: secondId, label: 'Home' });
const seen = (change: Partial<Snapshot> = {}) => {
  const view = trayView(aSnapshot({ accounts: [work, home], activeAccountId: firstId, ...change }), now);
  return { ...view, tooltip: tooltipText(view.tooltip) };
};
/** The entries as a person reads them. */
const read = (change: Partial<Snapshot> = {}): string[] =>
  seen(change).menu.map((entry) => {
    if (entry.kind === 'line') return '-';
    const mark = entry.checked === null ? '' : entry.checked ? '(x) ' : '( ) ';
    return `${mark}${entryText(entry.saying)}${entry.enabled ? '' : ' [off]'}`;
  });
const entryOf = (label: string, change: Partial<Snapshot> = {}) =>
  seen(change).menu.find((entry) => entry.kind === 'entry' && entryText(entry.saying).startsWith(label));

describe('the menu of the tray', () => {
  it('has all that one needs in a hurry, and the accounts to choose from', () => {
    expect(
      read({ accounts: [anAccount({ recovery: aSet(['used', 'unused', 'unused', 'gone']) }), home] }),
    ).toEqual([
      'Quick verify',
      'Text me a code',
      'Copy next recovery code (2 left)',
      '-',
      '(x) Work',
      '( ) Home',
      '-',
      'Open Latchkey',
      'Lock',
      'Quit',
    ]);
  });

  it('has only the way in and the way out before there is an account', () => {
    expect(read({ accounts: [], activeAccountId: null })).toEqual(['Open Latchkey', 'Lock', 'Quit']);
  });

  it('acts on the active account', () => {
    const change = { activeAccountId: secondId };
    expect(entryOf('Text me', change)).toMatchObject({
      action: { do: 'text-me-a-code', accountId: secondId },
    });
    expect(entryOf('Copy next', change)).toMatchObject({
      action: { do: 'copy-next-code', ledgerId: secondId },
    });
    expect(entryOf('Work', change)).toMatchObject({
      checked: false,
      action: { do: 'select-account', accountId: firstId },
    });
    expect(entryOf('Quick', change)).toMatchObject({ action: { do: 'quick-verify' } });
    expect(entryOf('Open', change)).toMatchObject({ action: { do: 'open' } });
    expect(entryOf('Quit', change)).toMatchObject({ action: { do: 'quit' } });
  });

  it('offers no text while asking again is pointless, and looks again when that ends', () => {
    const waiting = anAccount({ texts: { sentAt: now - 5_000, waitUntil: now + 25_000, phoneEnding: null } });
    expect(entryOf('Text me', { accounts: [waiting] })).toMatchObject({ enabled: false });
    expect(seen({ accounts: [waiting] }).changesAt).toBe(now + 25_000);
    const over = anAccount({ texts: { sentAt: now - 30_000, waitUntil: now, phoneEnding: null } });
    expect(entryOf('Text me', { accounts: [over] })).toMatchObject({ enabled: true });
    expect(seen({ accounts: [over] }).changesAt).toBeNull();
  });

  it.each([
    ['an unused code', { accounts: [anAccount({ recovery: aSet(['used', 'unused']) })] }, true],
    ['a code that was only copied', { accounts: [anAccount({ recovery: aSet(['perhaps-used']) })] }, true],
    ['used codes alone', { accounts: [anAccount({ recovery: aSet(['used', 'gone']) })] }, false],
    ['no codes', { accounts: [work] }, false],
  ] satisfies [string, Partial<Snapshot>, boolean][])(
    'with %s, the next code can be copied: %#',
    (_what, change, enabled) => {
      expect(entryOf('Copy next', change)).toMatchObject({ enabled });
    },
  );
});

describe('the tray of a locked Latchkey', () => {
  const lock = { ...aSnapshot().lock, locked: true };

  it('has the way in and the way out, and names nobody', () => {
    expect(read({ lock })).toEqual(['Unlock Latchkey', 'Quit']);
    expect(entryOf('Unlock', { lock })).toMatchObject({ action: { do: 'open' } });
    expect(seen({ lock })).toMatchObject({ tooltip: 'Latchkey – locked', badge: 'locked', changesAt: null });
  });

  it.each(['asked', 'keychain', 'key-missing', 'unreadable'] as const)(
    'is the same where it is locked for %s, whatever a snapshot holds',
    (reason) => {
      const view = seen({ lock: { ...lock, reason } });
      expect(read({ lock: { ...lock, reason } })).toEqual(['Unlock Latchkey', 'Quit']);
      expect(view).toMatchObject({ tooltip: 'Latchkey – locked', badge: 'locked', changesAt: null });
    },
  );

  it('has no badge that flashes up while the keychain is asked, and names nobody then either', () => {
    const opening = { ...lock, opening: true };
    expect(read({ lock: opening })).toEqual(['Unlock Latchkey', 'Quit']);
    expect(seen({ lock: opening })).toMatchObject({ tooltip: 'Latchkey', badge: null, changesAt: null });
  });

  it('can be locked while it is not', () => {
    expect(entryOf('Lock')).toMatchObject({ action: { do: 'lock' } });
  });
});

describe('the tooltip', () => {
  it('names the active account', () => {
    expect(seen().tooltip).toBe('Latchkey – Work');
    expect(seen({ accounts: [] }).tooltip).toBe('Latchkey');
  });

  it('counts down to the clearing of the clipboard, second by second', () => {
    const { tooltip, changesAt } = seen({ clipboard: { clearsAt: now + 41_500 } });
    expect(tooltip).toBe('Latchkey – Work\nClearing the clipboard in 42 s');
    expect(changesAt).toBe(now + 500);
    expect(seen({ clipboard: { clearsAt: now } })).toMatchObject({
      tooltip: 'Latchkey – Work',
      changesAt: null,
    });
  });

  it('says which account runs out of codes, and so does the icon', () => {
    const low = anAccount({ recovery: aSet(['used', 'unused', 'unused', 'unused']) });
    const last = anAccount({ id: secondId, label: 'Home', recovery: aSet(['used', 'unused']) });
    const view = seen({ accounts: [low, last] });
    expect(view.tooltip).toBe('Latchkey – Work\nWork: 3 recovery codes left\nHome: 1 recovery code left');
    expect(view.badge).toBe('few');
  });

  it.each([
    ['four codes are left', aSet(['used', 'unused', 'unused', 'unused', 'unused']), null],
    ['a short set is untouched, for the service lists no more', aSet(['unused', 'unused']), 'few'],
    ['none is left', aSet(['used', 'gone']), 'few'],
    ['the set is empty', aSet([]), 'few'],
  ])('when %s, the icon has its dot: %#', (_what, recovery, badge) => {
    expect(seen({ accounts: [anAccount({ recovery })] }).badge).toBe(badge);
  });
});
