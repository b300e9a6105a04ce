import { expect, it } from 'vitest';
import { screenInAddress } from '../../../../src-main/edge/pages/screen-in-address';

it.each([
  ['app://bundle/index.html', 'verify'],
  ['app://bundle/index.html#recovery-codes', 'recovery-codes'],
  ['app://bundle/index.html?words=pseudo#backups', 'backups'],
  ['app://bundle/index.html#restore', null],
  ['app://bundle/index.html#kit-sheet', null],
  ['app://bundle/quick.html', 'quick-verify'],
] as const)('%s shows %s', (address, screen) => {
  expect(screenInAddress(address)).toBe(screen);
});
