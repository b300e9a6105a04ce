import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { PassphraseCard } from '../../../../src-renderer/state/backups/passphrase-card.svelte';
import { fakeBackend } from '../fake-backend';

test('a card is shown for what a passphrase was set for, and tells what became of it', async () => {
  let isDone = false;
  let shown = 0;
  const { backend, asked } = fakeBackend({
    printWindow: () => Promise.resolve({ done: isDone }),
    saveWindowAsPdf: () => Promise.resolve({ saved: isDone ? 'card.pdf' : null }),
  });
  const card = new PassphraseCard(backend, () => (shown += 1));
  card.open('lock');
  expect([card.opens, shown]).toEqual(['lock', 1]);
  await card.print();
  await card.saveAsPdf();
  expect(card.done).toBe('');
  isDone = true;
  await card.print();
  expect(card.done).toBe('Handed to the printer.');
  await card.saveAsPdf();
  expect(card.done).toBe('Saved: card.pdf');
  expect(asked.at(-1)).toEqual(['saveWindowAsPdf', { shows: 'passphrase-card' }]);
});

test('what failed is forgotten with the screen', async () => {
  const { backend } = fakeBackend({ printWindow: () => Promise.reject(new AppError('not-printed')) });
  const card = new PassphraseCard(backend, () => undefined);
  await card.print();
  expect(card.printing.failure?.code).toBe('not-printed');
  card.leave();
  expect(card.printing.failure).toBeNull();
});
