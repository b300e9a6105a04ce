import { expect, it } from 'vitest';
import { hadVault } from '../../../../../src-main/core/backup/content/content-stamp';
import { freshLocal } from '../../../../../src-main/core/vault/local';

it.each<[string, string | null, boolean]>([
  ['this version without anything in it', freshLocal.contentStamp, false],
  ['this version', '00112233aabbccdd', true],
  ['the first version, which had none', 'none.741638a5', false],
  ['the first version', '0f0f0f0f0f0f0f0f.741638a5', true],
  ['a version that did not say', null, false],
])('a backup of a vault of %s is known by its stamp', (_what, stamp, known) => {
  expect(hadVault(stamp)).toBe(known);
});
