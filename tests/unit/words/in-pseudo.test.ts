import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Snapshot } from '#contract/snapshot';
import { backupTroubles } from '../../../src-main/core/desktop/backup-notices';
import { noticesOf } from '../../../src-main/core/desktop/notices';
import { trayView } from '../../../src-main/core/desktop/tray-menu';
import { menuTemplate } from '../../../src-main/edge/menu/menu-template';
import { noticeText } from '../../../src-main/edge/notice-text';
import { entryText, tooltipText } from '../../../src-main/edge/tray/tray-text';
import { wording } from '../../../src-main/edge/wording';
import { speak } from '../../../src-main/words/catalogue';
import { pseudo } from '../../../src-main/words/pseudo';
import { makeApp } from '../../app/make-app';
import { aSet, aSnapshot, anAccount, thirdId } from '../window/fake-backend';

const now = 1_700_000_000_000;
const healths = ['folder-gone', 'not-writable', 'full', 'failed', 'other-key', 'missing', 'damaged'] as const;
const folders = healths.map((health, index) => ({
  id: `${thirdId.slice(0, -1)}${index}`,
  path: '/usb',
  health,
  behind: true,
  writtenAt: 1,
  checkedAt: null,
  kept: 1,
}));
/** An account with codes left, and all that can be wrong with backups. */
const at = (left: number, sentAt: number | null): Snapshot =>
  aSnapshot({
    accounts: [
      anAccount({
        texts: { sentAt, waitUntil: null, phoneEnding: null },
        recovery: aSet([...Array<'used'>(9).fill('used'), ...Array<'unused'>(left).fill('unused')]),
      }),
      anAccount({ id: thirdId, recovery: null }),
    ],
    clipboard: { clearsAt: now + 5_000 },
    backups: { folders, checkDueAt: now, writing: false, vaultGone: false },
  });
const locked = aSnapshot({ lock: { ...aSnapshot().lock, locked: true } });
const unmarked = (texts: readonly string[]): string[] => texts.filter((text) => !/^⟦[^]*⟧$/.test(text));

beforeEach(() => speak(pseudo));
afterEach(() => speak((_, english) => english));

it('every entry and every line of the tray comes from the catalogue, but for labels', () => {
  const views = [at(3, null), at(0, null), aSnapshot(), locked].map((snapshot) => trayView(snapshot, now));
  const entries = views.flatMap(({ menu }) =>
    menu.flatMap((entry) =>
      entry.kind === 'line' || entry.saying.say === 'account' ? [] : [entryText(entry.saying)],
    ),
  );
  const lines = views.flatMap(({ tooltip }) => tooltipText(tooltip).split('\n'));
  expect(lines.length).toBeGreaterThan(healths.length);
  expect(unmarked([...entries, ...lines])).toEqual([]);
});

it('so does every notice', () => {
  const notices = [
    ...noticesOf(at(4, null), at(3, now), new Set(), now),
    ...noticesOf(at(2, null), at(1, now), new Set(), now),
    ...noticesOf(at(4, null), at(0, now), new Set(), now),
  ];
  expect(new Set(notices.map(({ kind }) => kind)).size).toBe(4);
  expect(backupTroubles(at(3, null))).toHaveLength(healths.length);
  expect(unmarked(notices.flatMap((notice) => Object.values(noticeText(notice))))).toEqual([]);
});

it('so does every entry of the menu but those that the system names and fills', () => {
  const named: string[] = [];
  const labels = (entries: readonly MenuItemConstructorOptions[]): string[] =>
    entries.flatMap(({ label, role, type, submenu }) => {
      if (label === undefined && type !== 'separator') named.push(role ?? 'no role');
      return [...(label === undefined ? [] : [label]), ...(Array.isArray(submenu) ? labels(submenu) : [])];
    });
  const nothing = (): void => undefined;
  const parts = { isPackaged: false, show: nothing, openQuickVerify: nothing, lock: nothing };
  const all = (['darwin', 'linux', 'win32'] as const).flatMap((platform) =>
    labels(menuTemplate({ platform, ...parts })),
  );
  expect(all.length).toBeGreaterThan(60);
  expect(unmarked(all)).toEqual([]);
  expect(named).toEqual(['appMenu', 'services']);
});

it('so do the labels that Latchkey makes up, and a bug report but for what it runs on', async () => {
  expect(unmarked([wording.practiceAccount(), wording.restored()])).toEqual([]);
  const { text } = await makeApp().backend.readDiagnostics({});
  expect(unmarked(text.trimEnd().split('\n'))).toEqual(['Electron 0.0.0']);
});
