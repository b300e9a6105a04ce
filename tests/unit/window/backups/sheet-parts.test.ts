import { describe, expect, test } from 'vitest';
import { paperParts } from '../../../../src-main/core/backup/kit/paper-parts';
import { sheetOrder } from '../../../../src-main/core/backup/kit/sheet-order';
import { SheetParts } from '../../../../src-renderer/state/backups/sheet-parts';

/** A sealed text of so many lines between its first and its last one. */
const sealed = (lines: number, letter = 'A'): string =>
  [
    '-----BEGIN AGE ENCRYPTED FILE-----',
    ...Array.from({ length: lines }, (_, place) => `${letter}${place}`.padEnd(64, '+')),
    `${letter}==`,
    '-----END AGE ENCRYPTED FILE-----\n',
  ].join('\n');

const text = sealed(40);
const parts = paperParts(text);
const order = sheetOrder(parts);
const read = async (...texts: string[]): Promise<SheetParts> => {
  const sheet = new SheetParts();
  for (const one of texts) await sheet.add([one]);
  return sheet;
};

describe('the parts of a sheet, as the core cuts them', () => {
  test.each([
    ['in their order', [order, ...parts]],
    ['in any order, the order last', [...parts].reverse().concat(order)],
    ['some of them twice', [...parts, ...parts, order, order, parts[0] ?? '']],
    ['without the last line end', [order, ...parts.map((part) => part.trimEnd())]],
  ])('come together: %s', async (_, texts) => {
    const sheet = await read(...texts);
    expect(sheet.progress()).toEqual({ read: 4, of: 4, missing: [], foreign: 0 });
    expect(sheet.joined()).toBe(text);
  });

  test('are told as long as some are missing, by their places', async () => {
    const sheet = await read(parts[2] ?? '', order);
    expect(sheet.progress()).toEqual({ read: 1, of: 4, missing: [1, 2, 4], foreign: 0 });
    expect(sheet.joined()).toBeNull();
  });

  test('of another sheet do not come in, and are told', async () => {
    const others = paperParts(sealed(40, 'B'));
    const sheet = await read(others[1] ?? '', order, ...parts, sheetOrder(others));
    expect(sheet.progress()).toEqual({ read: 4, of: 4, missing: [], foreign: 2 });
    expect(sheet.joined()).toBe(text);
  });

  test('without their order stand as they were read, between the first and the last', async () => {
    const [first = '', second = '', third = '', last = ''] = parts;
    const sheet = await read(last, second, first);
    expect(sheet.progress()).toEqual({ read: 3, of: null, missing: [], foreign: 0 });
    expect(sheet.joined()).toBe([first, second, last].join('\n'));
    await sheet.add([third]);
    expect(sheet.joined()).toBe(text);
    expect((await read(second, third)).joined()).toBeNull();
    expect((await read(first, second)).joined()).toBeNull();
  });

  test('one that is all of it needs no order', async () => {
    expect((await read(sealed(3))).joined()).toBe(sealed(3));
  });

  test('what is of no kit changes nothing', async () => {
    const sheet = new SheetParts();
    expect(
      await sheet.add([
        'https://example.com',
        '',
        'WIFI:T:WPA;S:home;;',
        'LATCHKEY-KIT:1:',
        'LATCHKEY-KIT:1:12',
      ]),
    ).toBe(0);
    expect(await sheet.add([order, parts[0] ?? ''])).toBe(2);
  });
});
