import { describe, expect, test, vi } from 'vitest';
import type { KitPaper, KitSheet } from '#contract/kits';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { KitForm } from '../../../../src-renderer/state/backups/kit-form.svelte';
import { kitWords } from '#words/backup/kit';
import { KitState } from '../../../../src-renderer/state/backups/kit.svelte';
import { type FakeBackend, fakeBackend, held } from '../fake-backend';

const sheet: KitSheet = {
  madeAt: 1_700_000_000_000,
  ledgers: [],
  holds: [{ label: 'Work', setName: 'K7-4QD' }],
  leftOut: 0,
  parts: ['-----BEGIN AGE ENCRYPTED FILE-----\n', 'and so on\n'],
  order: 'LATCHKEY-KIT:1:0123456789ABCDEF',
};

const [workId, bankId] = ['a', 'b'];
const paper: KitPaper = {
  ...{ qrCodes: 3, pages: 1, most: 40 },
  lists: [
    { id: workId, label: 'Work', codes: 10, qrCodes: 2 },
    { id: bankId, label: 'Bank', codes: 0, qrCodes: 1 },
  ],
};
const measureKitSheet = () => Promise.resolve(paper);

/** The open dialog, with a passphrase that is written down. */
function opened(answers: Parameters<typeof fakeBackend>[0]): FakeBackend & { kit: KitState; form: KitForm } {
  const fake = fakeBackend(answers);
  const kit = new KitState(fake.backend, () => kit.leave());
  kit.open();
  const { dialog: form } = kit;
  if (!form) throw new Error('The dialog is not open.');
  form.passphrase.type('six words and no more');
  form.passphrase.writtenDown = true;
  return { ...fake, kit, form };
}

describe('a kit as a file', () => {
  test('is said to be saved only with the name that came back', async () => {
    const { form, asked } = opened({ saveKit: () => Promise.resolve({ saved: 'kit.age' }) });
    await form.make();
    const sealFor = { who: 'passphrase', passphrase: 'six words and no more' };
    expect(asked).toEqual([['saveKit', { sealFor }]]);
    expect(form.saved).toBe('kit.age');
  });

  test('is neither saved nor failed when the person closed the system dialog', async () => {
    const { form, kit } = opened({ saveKit: () => Promise.resolve({ saved: null }) });
    form.saved = 'an earlier one';
    await form.make();
    expect([form.saved, form.attempt.failure]).toEqual(['', null]);
    expect(kit.dialog).toBe(form);
  });

  test('keeps the passphrase when it could not be saved', async () => {
    const { form } = opened({ saveKit: () => Promise.reject(new AppError('kit-not-saved')) });
    await form.make();
    expect(form.attempt.failure?.code).toBe('kit-not-saved');
    expect(form.passphrase.value).toBe('six words and no more');
    form.choose('paper');
    expect(form.attempt.failure).toBeNull();
  });

  test.each(['file', 'paper'] as const)('waits until the passphrase is written down (%s)', async (kind) => {
    const { form, asked } = opened({ measureKitSheet });
    form.choose(kind);
    await vi.waitFor(() => expect(kind === 'file' || form.fits).toBe(true));
    form.passphrase.writtenDown = false;
    await form.make();
    expect(asked.filter(([name]) => name !== 'measureKitSheet')).toEqual([]);
    expect(form.passphrase.tried).toEqual({ missing: 'written-down' });
  });
});

describe('a kit for a trusted person', () => {
  test('is sealed to their key, and needs no passphrase', async () => {
    const { form, asked } = opened({ saveKit: () => Promise.resolve({ saved: 'kit.age' }) });
    form.choose('trusted');
    form.passphrase.writtenDown = false;
    form.recipient = ' age1abc\n';
    await form.make();
    expect(asked).toEqual([['saveKit', { sealFor: { who: 'recipient', recipient: 'age1abc' } }]]);
    expect(form.saved).toBe('kit.age');
  });

  test.each(['', 'x'.repeat(limits.recipient + 1)])(
    'refuses what is no key before main is asked',
    async (key) => {
      const { form, asked } = opened({});
      form.choose('trusted');
      form.recipient = key;
      await form.make();
      expect(form.attempt.failure?.code).toBe('recipient-invalid');
      expect(asked).toEqual([]);
    },
  );
});

describe('a kit on paper', () => {
  test.each([true, false])('is made with codes or without (%s), drawn and shown', async (withCodes) => {
    const { form, kit, asked } = opened({ measureKitSheet, makeKitSheet: () => Promise.resolve(sheet) });
    form.choose('paper');
    form.withCodes = withCodes;
    await vi.waitFor(() => expect(form.fits).toBe(true));
    await form.make();
    expect(asked).toContainEqual([
      'makeKitSheet',
      { passphrase: 'six words and no more', withCodes, without: [] },
    ]);
    expect(kit.dialog).toBeNull();
    expect(kit.sheet).toMatchObject({ ...sheet, order: { path: expect.any(String) as string } });
    expect(kit.sheet?.drawings.map(({ path }) => path.length > 100)).toEqual([true, true]);
  });

  test('says how much it takes, again when that is changed meanwhile', async () => {
    const answer = held<KitPaper>();
    const { form, asked } = opened({ measureKitSheet: () => answer.promise });
    form.choose('paper');
    form.withCodes = false;
    await form.measure();
    answer.give(paper);
    await vi.waitFor(() => expect(form.paper).toMatchObject({ qrCodes: 3 }));
    const measured = asked.filter(([name]) => name === 'measureKitSheet').map(([, input]) => input);
    await vi.waitFor(() => expect(measured).toContainEqual({ withCodes: true, without: [] }));
    expect(asked).toContainEqual(['measureKitSheet', { withCodes: false, without: [] }]);
  });

  test.each([
    [{ qrCodes: 1, pages: 1 }, 'It takes 1 QR code, and about 1 page in all.'],
    [{ qrCodes: 3, pages: 2 }, 'It takes 3 QR codes, and about 2 pages in all.'],
  ])('tells of %o', (takes, words) => {
    expect(kitWords.paper(takes)).toBe(words);
  });

  test('that is too many for paper asks for no passphrase, and says what to do', async () => {
    const tooMany = { ...paper, qrCodes: 1052 };
    const { form, asked } = opened({ measureKitSheet: () => Promise.resolve(tooMany) });
    form.choose('paper');
    expect(form.fits, 'nobody knows yet').toBe(false);
    await vi.waitFor(() => expect(form.paper).toEqual(tooMany));
    expect(form.fits).toBe(false);
    await form.make();
    expect(asked.map(([name]) => name)).toEqual(['measureKitSheet']);
    expect(kitWords.tooLong(tooMany)).toContain(
      '1,052 QR codes, and nobody scans more than 40. Leave lists out',
    );
  });

  test('holds the lists that are chosen', async () => {
    const { form, asked } = opened({ measureKitSheet, makeKitSheet: () => Promise.resolve(sheet) });
    form.choose('paper');
    await vi.waitFor(() => expect(form.fits).toBe(true));
    await form.toggle(bankId);
    expect(asked.at(-1)).toEqual(['measureKitSheet', { withCodes: true, without: [bankId] }]);
    await form.takeAll(false);
    expect([form.leftOut.size, form.fits]).toEqual([2, false]);
    await form.takeAll(true);
    await form.toggle(workId);
    await form.toggle(workId);
    await form.toggle(bankId);
    await form.make();
    expect(asked.at(-1)).toMatchObject(['makeKitSheet', { without: [bankId] }]);
  });

  test('leaves the window with the screen', async () => {
    const { form, kit } = opened({ measureKitSheet, makeKitSheet: () => Promise.resolve(sheet) });
    form.choose('paper');
    await vi.waitFor(() => expect(form.fits).toBe(true));
    await form.make();
    kit.leave();
    expect(kit.sheet).toBeNull();
  });

  test('is dropped when the dialog was closed before it came', async () => {
    const answer = held<KitSheet>();
    const { form, kit } = opened({ measureKitSheet, makeKitSheet: () => answer.promise });
    form.choose('paper');
    await vi.waitFor(() => expect(form.fits).toBe(true));
    const making = form.make();
    kit.close();
    answer.give(sheet);
    await making;
    expect([kit.sheet, kit.dialog]).toEqual([null, null]);
  });

  test('tells what became of it, and nothing when the person thought better of it', async () => {
    let isDone = false;
    const { form, kit } = opened({
      measureKitSheet,
      makeKitSheet: () => Promise.resolve(sheet),
      printWindow: () => Promise.resolve({ done: isDone }),
      saveWindowAsPdf: () => Promise.resolve({ saved: isDone ? 'kit.pdf' : null }),
    });
    form.choose('paper');
    await vi.waitFor(() => expect(form.fits).toBe(true));
    await form.make();
    await kit.print();
    expect(kit.done).toBe('');
    isDone = true;
    await kit.print();
    expect(kit.done).toBe('Handed to the printer.');
    await kit.saveAsPdf();
    expect(kit.done).toBe('Saved: kit.pdf');
    isDone = false;
    await kit.saveAsPdf();
    expect([kit.done, kit.printing.failure]).toEqual(['', null]);
  });
});
