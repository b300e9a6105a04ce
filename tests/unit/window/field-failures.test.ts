import { AppError } from '#contract/errors';
import { expect, test } from 'vitest';
import { atField, besideFields } from '../../../src-renderer/state/field-failures';

test.each([
  ['label-invalid', 'label'],
  ['service-url-not-secure', 'serviceUrl'],
  ['token-refused', 'token'],
  ['address-unconfirmed', 'confirmedAddress'],
  ['unlock-too-soon', 'passphrase'],
  ['too-many-codes', 'pastedCodes'],
  ['recipient-invalid', 'recipient'],
  ['no-folder-chosen', 'folder'],
] as const)('%s is said at the field for the %s, and nowhere else', (code, entered) => {
  const failure = new AppError(code);
  expect(atField(failure, entered)).toBe(failure);
  expect(besideFields(failure, [entered])).toBeNull();
  // A form without such a field says it below.
  expect(besideFields(failure, ['note'])).toBe(failure);
});

test('what is about no field is said below them all', () => {
  const failure = new AppError('offline');
  expect(atField(failure, 'serviceUrl')).toBeNull();
  expect(besideFields(failure, ['label', 'serviceUrl', 'token'])).toBe(failure);
  expect(atField(null, 'label')).toBeNull();
  expect(besideFields(null, ['label'])).toBeNull();
});
