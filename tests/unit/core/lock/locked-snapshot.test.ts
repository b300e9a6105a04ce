import { expect, it } from 'vitest';
import { snapshot as schema } from '#contract/snapshot';
import { makeApp } from '../../../app/make-app';
import { snapshotOf } from '../story';
import { onlyShown, whileLocked } from '../../../../src-main/core/lock/shown-while-locked';
import { fullApp, names, secretsOf } from './full-app';

/** All that a locked Latchkey shows. Every other field says what it says in an empty one: a new one does, unless it is named here. */
const shown = [
  'version',
  'platform',
  'theme',
  'keychain.state',
  'keychain.backend',
  'vault.state',
  'updates.way',
  'updates.mode',
  'updates.stage',
  'updates.version',
  'updates.percent',
  'updates.lookedAt',
  'lock.locked',
  'lock.opening',
  'lock.reason',
  'lock.by',
  'lock.presence',
  'lock.waitUntil',
  'lock.keyHeld',
  'lock.guardsScreen',
  'lock.notices.screen',
  'lock.notices.sleep',
  'lock.notices.idle',
  'desktop.tray',
  'desktop.closeToTray',
  'desktop.clipboardClears',
];

interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
}

/** Every field of a record, and of the records in it, by its way. */
const fieldsOf = ({ type, entries = {} }: Described, way: readonly string[] = []): string[] =>
  type === 'strict_object'
    ? Object.entries(entries).flatMap(([name, field]) => fieldsOf(field, [...way, name]))
    : [way.join('.')];

const fieldIn = (value: unknown, way: string): unknown =>
  way.split('.').reduce((inside, name) => (inside as Record<string, unknown>)[name], value);

const hidden = fieldsOf(schema).filter(
  (way) => !shown.includes(way) && !['takenOver', 'settingsTurnedUp'].includes(way),
);

const full = await fullApp('keychain');
const open = await snapshotOf(full);
await full.app.lock();
const locked = await snapshotOf(full);
const empty = makeApp();
await empty.app.lock();
const nothing = await snapshotOf(empty);

it.each(hidden)('%s says nothing while Latchkey is locked, whatever it says while it is open', (way) => {
  expect(fieldIn(locked, way)).toEqual(fieldIn(nothing, way));
  expect(fieldIn(open, way)).not.toEqual(fieldIn(nothing, way));
});

it('does not tell what was taken over from an older version', () => {
  const takenOver = {
    accounts: [{ label: 'Work', serviceUrl: 'https://api.example.com' }],
    folders: ['/backups'],
  };
  expect(onlyShown(whileLocked, { ...open, takenOver }).takenOver).toBeNull();
});

it('shows what it takes to unlock it', () => {
  for (const way of shown) expect([way, typeof fieldIn(locked, way)]).not.toEqual([way, 'undefined']);
  expect(fieldsOf(schema)).toEqual(expect.arrayContaining(shown));
});

it('holds no label, no id, no folder, no name of a set and no code', () => {
  const ids = [...open.accounts, ...open.handKept, ...(open.backups?.folders ?? [])].map(({ id }) => id);
  const sets = [...open.accounts, ...open.handKept].flatMap(({ recovery }) => recovery?.name ?? []);
  const told = [...Object.values(names), ...ids, ...sets];
  const whole = JSON.stringify(open);
  for (const one of told) expect(whole).toContain(one);
  const text = JSON.stringify(locked);
  for (const one of [...told, ...secretsOf(full)]) expect(text).not.toContain(one);
});
