import { describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { paperParts } from '../../../../src-main/core/backup/kit/paper-parts';
import { sheetOrder } from '../../../../src-main/core/backup/kit/sheet-order';
import { type FindCodes, SheetReading } from '../../../../src-renderer/state/backups/sheet-reading.svelte';
import { held } from '../fake-backend';

const lines = Array.from({ length: 40 }, (_, place) => `${place}`.padStart(64, 'x'));
const text = ['-----BEGIN AGE ENCRYPTED FILE-----', ...lines, '-----END AGE ENCRYPTED FILE-----\n'].join(
  '\n',
);
const parts = paperParts(text);

/** Files, each of which has the codes that it is made with. */
const photo = (name: string, ...codes: string[]): File => new File([JSON.stringify(codes)], name);
const readPhoto: FindCodes = async (file, found) => {
  for (const code of JSON.parse(await file.text()) as string[]) found([code]);
};
const reading = (find: FindCodes = readPhoto): { sheet: SheetReading; done: string[] } => {
  const done: string[] = [];
  return {
    sheet: new SheetReading(({ content }) => done.push(new TextDecoder().decode(content)), find),
    done,
  };
};

describe('reading a printed kit', () => {
  test('photos one after another, in any order, end in the sealed text, and nothing of it stays', async () => {
    const { sheet, done } = reading();
    await sheet.add([photo('b', parts[3] ?? '', parts[1] ?? '')]);
    expect(sheet.progress).toEqual({ read: 2, of: null, missing: [], foreign: 0 });
    await sheet.add([photo('a', sheetOrder(parts), parts[0] ?? '')]);
    expect(sheet.progress).toEqual({ read: 3, of: 4, missing: [3], foreign: 0 });
    expect(done).toEqual([]);
    await sheet.add([photo('c', parts[2] ?? '')]);
    expect(done).toEqual([text]);
    expect([sheet.progress, sheet.complete, sheet.now]).toEqual([null, null, '']);
  });

  test('what is dropped while others are read is read after them', async () => {
    const waiting = held<undefined>();
    const { sheet, done } = reading(async (file, found, signal) => {
      if (file.size > 0) await waiting.promise;
      await readPhoto(file, found, signal);
    });
    const first = sheet.add([photo('a', ...parts)]);
    await sheet.add([photo('b', sheetOrder(parts))]);
    expect(done).toEqual([]);
    waiting.give(undefined);
    await first;
    expect(done).toEqual([text]);
  });

  test('a file that fails, and one without codes, are told by name, and the others are read', async () => {
    const { sheet } = reading(async (file, found, signal) => {
      if ((file as File).name === 'locked.pdf') throw new AppError('read-pdf-locked');
      await readPhoto(file, found, signal);
    });
    await sheet.add([
      photo('locked.pdf'),
      photo('cat.jpg', 'https://example.com'),
      photo('a.jpg', parts[0] ?? ''),
    ]);
    expect(sheet.unread.map(({ name, failure }) => [name, failure.code])).toEqual([
      ['locked.pdf', 'read-pdf-locked'],
      ['cat.jpg', 'sheet-no-codes'],
    ]);
    expect(sheet.progress?.read).toBe(1);
    await sheet.add([photo('b.jpg', parts[1] ?? '')]);
    expect(sheet.unread).toEqual([]);
  });

  test('an older sheet, which has no order, is opened when a person says that it is all', async () => {
    const { sheet, done } = reading();
    await sheet.add([photo('page-1', ...parts.slice(0, 2)), photo('page-2', ...parts.slice(2))]);
    expect([done, sheet.complete]).toEqual([[], text]);
    sheet.openAsRead();
    expect(done).toEqual([text]);
  });

  test('leaving ends what is being read, and forgets all of it', async () => {
    const waiting = held<undefined>();
    let ended = false;
    const { sheet, done } = reading(async (file, found, signal) => {
      signal.onabort = () => (ended = true);
      await waiting.promise;
      await readPhoto(file, found, signal);
    });
    const first = sheet.add([photo('a', ...parts, sheetOrder(parts)), photo('b', ...parts)]);
    sheet.leave();
    expect(ended).toBe(true);
    waiting.give(undefined);
    await first;
    expect([sheet.progress, sheet.complete, sheet.unread, sheet.now, done]).toEqual([null, null, [], '', []]);
  });
});
