import { expect, it } from 'vitest';
import { startingOf } from '../../../../src-renderer/state/settings/outside-the-windows.svelte';

it.each([
  ['mac', 'there', 'menuBar'],
  ['mac', 'none', 'menuBar'],
  ['windows', 'there', 'tray'],
  ['windows', 'none', 'noTray'],
  ['linux', 'there', 'autostartTray'],
  ['linux', 'none', 'autostartNoTray'],
] as const)('a start at login on %s with the tray %s is told as %s', (platform, tray, told) => {
  for (const startAtLogin of ['on', 'off'] as const) {
    expect(startingOf({ startAtLogin, tray }, platform)).toBe(told);
  }
  expect(startingOf({ startAtLogin: 'impossible', tray }, platform)).toBe('impossible');
  expect(startingOf({ startAtLogin: 'needs-approval', tray }, platform)).toBe('needsApproval');
});
