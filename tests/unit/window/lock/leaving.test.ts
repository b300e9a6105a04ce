import { expect, test, vi } from 'vitest';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId } from '../fake-backend';

const revealing = { revealRecoveryCodes: () => Promise.resolve({ codes: ['a', 'b'], replaced: [] }) };
const one = aSnapshot({ accounts: [anAccount()], activeAccountId: firstId });

interface Leaving {
  leave: () => void;
}
const isPart = (value: unknown): value is Leaving =>
  typeof value === 'object' && value !== null && 'leave' in value && typeof value.leave === 'function';

test('when Latchkey locks, every part of the window is told, on whatever screen', () => {
  const latchkey = new WindowState(fakeBackend().backend, one);
  const parts = Object.entries(latchkey).filter((entry): entry is [string, Leaving] => isPart(entry[1]));
  expect(parts.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'settings',
      'updates',
      'others',
      'backups',
      'kit',
      'restoring',
      'vault',
      'instead',
    ]),
  );
  const told = parts.map(([name, part]) => [name, vi.spyOn(part, 'leave')] as const);
  latchkey.leave();
  for (const [name, leave] of told) expect([name, leave.mock.calls.length > 0]).toEqual([name, true]);
});

test('nothing that was typed or shown is left', async () => {
  const latchkey = new WindowState(fakeBackend(revealing).backend, one);
  const { accountScreens } = latchkey;
  await accountScreens?.verify.enter('123');
  await accountScreens?.recovery.reveal();
  latchkey.dialogs.rename(anAccount());
  latchkey.remark = 'Saved.';
  latchkey.leave();
  expect([
    accountScreens?.verify.typed,
    accountScreens?.recovery.codes,
    latchkey.dialogs.open,
    latchkey.remark,
  ]).toEqual(['', null, null, '']);
});
