import { expect, test } from 'vitest';
import { fileStamp } from '../../../../src-main/core/backup/folders/file-stamp';
import { idFrom } from '../../../../src-main/core/records/id-from';
import { summarize } from '../../../../src-main/core/recovery-codes/summary';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const shop = { id: '3f0c1d9e-5a6b-4c7d-8e9f-0a1b2c3d4e5f', label: 'Café 🔑 Überweisung' };

test.each([
  [new Uint8Array(), '0-811c9dc5-1234567'],
  [bytes('a'), '1-e40c292c-d085a872'],
  [Uint8Array.from([0, 255, 128, 1, 0, 0]), '6-ec5bcc6b-dbc3dad9'],
  [Uint8Array.from({ length: 4096 }, (_, place) => (place * 31) % 256), '1000-d554cdc5-3ed4567'],
])('the stamp of a file, which lies in the vault, stays: %#', (content, stamp) => {
  expect(fileStamp(content)).toBe(stamp);
});

test.each([
  [[], 'f3bb7745-b07a-8295-8254-a7c8f7dc6119'],
  [['', 0], '34e99e4b-16a4-8f43-8b31-9d73124d3616'],
  [['Café 🔑', 2, null], '1023b156-1e01-8fc0-8082-9774bffe4fda'],
])('the id of an entry without one, which goes into the vault, stays: %#', (values, id) => {
  expect(idFrom(values)).toBe(id);
});

test.each([
  ['', 4_195_847_432_238_076],
  ['on the card 🔑 in the Büro', 2_806_158_984_680_318],
])('the stamp of what is known of a set stays: %#', (note, stamp) => {
  const code = { code: 'AAAA-BBBB', state: 'used', at: 1_764_000_000_000, note } as const;
  const set = { name: 'K7-4QD', fetchedAt: 1, replacedAt: null, codes: [code] };
  expect(summarize({ id: shop.id, label: shop.label, sets: [set] }, true)?.stamp).toBe(stamp);
});
