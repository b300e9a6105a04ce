import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { rowsOf } from '../../../../app/rows-of';
import { writeDocument } from '../../../../../src-main/core/backup/content/document';
import { type Kept, undescribed } from '../../../../../src-main/core/records/backed-up';
import { backedUpOf } from '../../../../../src-main/core/store/view/backed-up-of';
import { viewOf } from '../../../../../src-main/core/store/view/view';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import { newAccount } from '../../../../../src-main/core/accounts/new-account';
import { bytesOfContents } from '../../../../../src-main/core/vault/vault-contents';
import { assertRoomForNewSet } from '../../../../../src-main/core/vault/vault-room';
import { limits } from '#contract/limits';
import { codeOf, failureOf } from '../../../../app/failure-of';
import { snapshotOf } from '../../story';
import { expectItFits, startOn } from './fitting';
import {
  asNow,
  contents,
  emptySets,
  fetchedAt,
  filled,
  firstText,
  fullest,
  kept,
  list,
  mebibyte,
  noted,
  patient,
  short,
  takes,
  withNotes,
} from './full-vaults';

/** What holds for 16 MiB holds for one, and is seen sixteen times sooner. */
vi.mock('#contract/limits', async (original) => {
  const { limits: known } = await original<{ limits: Record<string, number> }>();
  return { limits: { ...known, sealedText: 1024 * 1024 - 1024, accounts: 50, codesInFile: 8_000 } };
});

const computer = '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';
/** What a backup of them would be. */
const documentOf = (ledgers: readonly Ledger[]): string => {
  const lists = ledgers.map((one): Kept => ({ ...undescribed, ...one, serviceUrl: null, tokenPrefix: '' }));
  return writeDocument({ madeAt: fetchedAt, computer, accounts: lists });
};

it('a document is written for people while it fits, and without blanks when it would not', () => {
  expect(documentOf([short(1)])).toContain('\n      "label": "List 1",\n');
  const long = documentOf(filled((index) => noted(index, 760), limits.sealedText, firstText));
  expect(long.length).toBeGreaterThan(0.8 * mebibyte);
  expect(long.length).toBeLessThan(limits.sealedText);
  expect(long.split('\n')).toHaveLength(2);
});

describe('the room that a vault has', patient, () => {
  const accounts = Array.from({ length: limits.accounts }, () =>
    newAccount(
      {
        id: randomUUID(),
        label: '\u0001'.repeat(limits.label),
        kind: 'own',
        serviceUrl: `https://a.test/${'x'.repeat(limits.serviceUrl - 15)}`,
        tokenPrefix: 'Bearer',
      },
      'missing',
    ),
  );

  it.each<[string, (index: number) => Ledger]>([
    ['fresh codes', short],
    ['notes', (index) => noted(index, 2000)],
    ['notes that are longer in a file', (index) => withNotes(index, '\u0001'.repeat(2000))],
    ['notes in other scripts', (index) => withNotes(index, '東'.repeat(2000))],
    ['notes of pairs', (index) => withNotes(index, '🔑'.repeat(1000))],
    [
      'sets without codes',
      (index) => ({ ...list(index, []), sets: [...list(index, []).sets, ...emptySets] }),
    ],
  ])('is enough for a backup with every account, too (%s)', (_what, make) => {
    const old = accounts.map((account) => ({ ...account, inDoubt: false }));
    const ledgers = fullest(make, old);
    expect(ledgers.length).toBeGreaterThan(5);
    const kept = viewOf(contents(ledgers, old).store).map(backedUpOf);
    expect(kept).toHaveLength(ledgers.length + accounts.length);
    const document = writeDocument({ madeAt: fetchedAt, computer, accounts: kept });
    expect(Buffer.byteLength(document)).toBeLessThanOrEqual(limits.sealedText);
  });

  it('has 64 KiB that only used codes may take', () => {
    const ledgers = fullest(kept);
    const size = bytesOfContents(contents(ledgers));
    expect(limits.sealedText - size).toBeGreaterThanOrEqual(64 * 1024);
    const used = ledgers.map((one, place) => ({
      ...one,
      sets: one.sets.map((set) => ({
        ...set,
        codes: set.codes.map((code) =>
          place < 90 ? { ...code, state: 'used' as const, at: fetchedAt } : code,
        ),
      })),
    }));
    expect(takes(ledgers, used)).toBe(true);
    expect(takes(ledgers, [...ledgers, ...filled(kept).slice(0, 3)])).toBe(false);
    expect(takes(used, used.slice(1))).toBe(true);
    expect(takes(used, [...used.slice(1), kept(5000)])).toBe(true);
  });

  it('is proven before a service makes new codes, for they must be kept', () => {
    const ledgers = fullest(kept);
    const id = ledgers[0]?.id ?? '';
    expect(() => assertRoomForNewSet(contents(ledgers), id)).toThrow('vault-full');
    expect(() => assertRoomForNewSet(contents(ledgers.slice(0, -3)), id)).not.toThrow();
  });

  it('is refused in time, and says so', async () => {
    const ledgers = filled(short);
    expect(ledgers).toHaveLength(limits.codesInFile / 10);
    const world = await startOn(asNow(ledgers.slice(0, -20)));
    const pasted = Array.from({ length: 30 }, (_, place) => `full-${1000 + place}`).join('\n');
    let failure = '';
    for (let count = 0; count < 40 && failure === ''; count += 1) {
      failure = await world.backend.addHandKept({ label: 'More', codes: rowsOf(pasted) }).then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
    }
    expect(failure).toBe('vault-full');
    for (let count = 0; count < 5; count += 1) {
      expect(await codeOf(world.backend.addHandKept({ label: 'One more', codes: rowsOf(pasted) }))).toBe(
        'vault-full',
      );
    }
    await expectItFits(world);
  });

  it('leaves room for codes that are used, and for removals', async () => {
    const lists = fullest(kept);
    // So that not even a few kilobytes are left.
    for (let index = 5000; takes(lists, [...lists, short(index)]); index += 1) lists.push(short(index));
    const world = await startOn(asNow(lists));
    const { handKept } = await snapshotOf(world);
    const [first, second] = handKept;
    const ledgerId = first?.id ?? '';
    for (let index = 0; index < 2; index += 1) {
      await world.backend.markRecoveryCode({ ledgerId, index, state: 'used' });
    }
    expect(
      (await failureOf(world.backend.noteOnRecoveryCode({ ledgerId, index: 0, note: '東'.repeat(2000) })))
        .code,
    ).toBe('vault-full');
    await world.backend.removeHandKept({ ledgerId: second?.id ?? '' });
    expect((await snapshotOf(world)).handKept).toHaveLength(handKept.length - 1);
    await expectItFits(world);
  });
});
