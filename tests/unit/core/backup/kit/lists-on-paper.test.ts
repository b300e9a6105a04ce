import { expect, it } from 'vitest';
import { parseDocument } from '../../../../../src-main/core/backup/content/document';
import { codeOf } from '../../../../app/failure-of';
import { rowsOf } from '../../../../app/rows-of';
import { appWithCodes } from '../../story';
import { passphrase } from '../folders/backup-world';

it('a page holds the lists that were chosen, and says that others are left out', async () => {
  const story = await appWithCodes(Array.from({ length: 400 }, (_, place) => `code-${1_000 + place}`));
  await story.backend.addHandKept({ label: 'Bank', codes: rowsOf('qrst-1234') });
  const on = (without: string[]) => ({ withCodes: true, without });
  const { lists, most } = await story.backend.measureKitSheet(on([]));
  expect(lists.map(({ label, codes: count }) => [label, count])).toEqual([
    ['Work', 400],
    ['Bank', 1],
  ]);
  const [work, bank] = lists;
  expect([(work?.qrCodes ?? 0) > most, bank?.qrCodes]).toEqual([true, 1]);
  const measured = await story.backend.measureKitSheet(on([story.accountId]));
  expect([measured.qrCodes, measured.lists.length]).toEqual([2, 2]);
  const sheet = await story.backend.makeKitSheet({ passphrase, ...on([story.accountId]) });
  expect([sheet.holds.map(({ label }) => label), sheet.leftOut]).toEqual([['Bank'], 1]);
  const text = story.sealer.openWithPassphrase(passphrase, Buffer.from(sheet.parts.join('\n')));
  expect(parseDocument(await text)).toMatchObject({ kind: 'good' });
  expect(await text).not.toContain('code-1000');
  const nothing = on(lists.map(({ id }) => id));
  expect(await story.backend.measureKitSheet(nothing)).toMatchObject({ lists });
  expect(await codeOf(story.backend.makeKitSheet({ passphrase, ...nothing }))).toBe('nothing-to-back-up');
});
