import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { quickSealer } from '../../../../../scripts/torture/quick-sealer';
import { documentOf, writeDocument } from '../../../../../src-main/core/backup/content/document';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import { newAccount } from '../../../../../src-main/core/accounts/new-account';
import { emptyVault, writeContents } from '../../../../../src-main/core/vault/vault-contents';
import { assertRoom, assertRoomForNewSet } from '../../../../../src-main/core/vault/vault-room';
import { limits } from '#contract/limits';
import { codeOf, failureOf } from '../../../../app/failure-of';
import { makeApp, type World } from '../../../../app/make-app';
import { MemoryProfileFile } from '../../../../fakes/memory-profile-file';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';
import { snapshotOf } from '../../story';
import { choose, folderAt, passphrase, settled, stick } from '../folders/backup-world';

const computer = '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';

const mebibyte = 1024 * 1024;
const fetchedAt = Date.UTC(2026, 0, 2, 3, 4, 5);
const real = { sealer: quickSealer };

const list = (index: number, codes: CodeSet['codes']): Ledger => ({
  id: randomUUID(),
  label: `List ${index}`,
  sets: [{ name: 'K7-4QD', fetchedAt, replacedAt: null, codes }],
});
const noted = (index: number, length: number): Ledger =>
  list(
    index,
    Array.from({ length: 10 }, (_, place) => ({
      code: `abcd-${index}-${place}`,
      state: 'used' as const,
      at: fetchedAt,
      note: 'n'.repeat(length),
    })),
  );
const short = (index: number): Ledger =>
  list(
    index,
    Array.from({ length: 10 }, (_, place) => ({
      code: `w6c6f-${100 * index + place}`,
      state: 'unused' as const,
      at: null,
      note: '',
    })),
  );

/** As many lists as the vault of Latchkey 0.1.0 took. */
function filled(make: (index: number) => Ledger): Ledger[] {
  const ledgers: Ledger[] = [];
  const one = writeContents({ ...emptyVault, ledgers: [make(999)] }).length;
  for (let index = 0; (index + 1) * one < mebibyte - 1500; index += 1) ledgers.push(make(index));
  return ledgers;
}

/** Latchkey on a vault with these lists, sealed by real age. */
async function startOn(ledgers: readonly Ledger[]): Promise<World> {
  const identity = await quickSealer.newIdentity();
  const world = makeApp({}, real);
  world.secrets.entries.set('vault-identity', identity);
  const text = writeContents({ ...emptyVault, ledgers });
  const vaultFile = new MemoryVaultFile(
    await quickSealer.sealTo(await quickSealer.recipientOf(identity), text),
  );
  const started = makeApp({ ...world, vaultFile, profileFile: new MemoryProfileFile() }, real);
  await started.backend.openVault({});
  return started;
}

/** A backup, a check of it, and a kit; all of it opens on a fresh computer. */
async function expectItFits(world: World): Promise<void> {
  const here = (await snapshotOf(world)).handKept.length;
  world.files.make(stick);
  await choose(world, stick);
  await world.backend.setUpBackup({ passphrase });
  await settled(world);
  const { id, health } = await folderAt(world);
  expect(health).toBe('current');
  expect(await world.backend.checkBackup({ folderId: id, passphrase })).toMatchObject({ outcome: 'same' });
  world.files.make('/home/ada');
  world.dialogs.saveFolder = '/home/ada';
  const kit = await world.backend.saveKit({ sealFor: { who: 'passphrase', passphrase } });
  const name = kit.saved ?? '';

  for (const [folder, what] of [
    [stick, 'folder'],
    ['/home/ada', 'file'],
  ] as const) {
    const fresh = makeApp({ files: world.files }, real);
    fresh.dialogs.folder = folder;
    fresh.dialogs.sealedFile = { folder, name };
    await fresh.backend.chooseRestoreSource({ what });
    expect((await fresh.backend.openRestore({ secret: passphrase })).ledgers).toHaveLength(here);
  }
}

const patient = { timeout: 60_000 };

describe('whatever fits into the vault', patient, () => {
  it.each<[string, Ledger[]]>([
    ['lists with notes', filled((index) => noted(index, 150))],
    ['lists with a word beside each code', filled((index) => noted(index, 9))],
    ['lists of ten fresh codes', filled(short)],
  ])('of an older Latchkey (%s) fits into a backup and a kit', async (_what, ledgers) => {
    const world = await startOn(ledgers);
    expect((await snapshotOf(world)).vault.state).toBe('open');
    await expectItFits(world);
    expect(world.bugs).toEqual([]);
  });

  it('is refused in time, and says so', async () => {
    const ledgers = filled(short);
    const world = await startOn(ledgers.slice(0, -60));
    const pasted = Array.from({ length: 30 }, (_, place) => `full-${1000 + place}`).join(' ');
    let failure = '';
    for (let count = 0; count < 40 && failure === ''; count += 1) {
      failure = await world.backend.addHandKept({ label: 'More', pasted }).then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
    }
    expect(failure).toBe('vault-full');
    for (let count = 0; count < 5; count += 1) {
      expect(await codeOf(world.backend.addHandKept({ label: 'One more', pasted }))).toBe('vault-full');
    }
    await expectItFits(world);
  });

  it('leaves room for codes that are used, and for removals', async () => {
    const world = await startOn(filled(short));
    const { handKept } = await snapshotOf(world);
    const [first, second] = handKept;
    const ledgerId = first?.id ?? '';
    for (let index = 0; index < 10; index += 1) {
      await world.backend.markRecoveryCode({ ledgerId, index, state: 'used' });
    }
    expect((await failureOf(world.backend.noteOnRecoveryCode({ ledgerId, index: 0, note: 'x' }))).code).toBe(
      'vault-full',
    );
    await world.backend.removeHandKept({ ledgerId: second?.id ?? '' });
    expect((await snapshotOf(world)).handKept).toHaveLength(handKept.length - 1);
    await expectItFits(world);
  });
});

it('a document is written for people while it fits, and without blanks when it would not', () => {
  const text = (ledgers: Ledger[]): string => writeDocument(documentOf([], ledgers, fetchedAt, computer));
  expect(text([short(1)])).toContain('\n      "label": "List 1",\n');
  const long = text(filled((index) => noted(index, 9)));
  expect(long.length).toBeLessThan(mebibyte - 1024);
  expect(long.split('\n')).toHaveLength(2);
});

describe('the room that a vault has', () => {
  const contents = (ledgers: readonly Ledger[]) => ({ ...emptyVault, ledgers });
  const takes = (before: readonly Ledger[], after: readonly Ledger[]): boolean => {
    try {
      assertRoom(contents(before), contents(after));
      return true;
    } catch {
      return false;
    }
  };
  /** The fullest vault of one kind of ledgers. */
  const fullest = (make: (index: number) => Ledger): Ledger[] => {
    const ledgers = filled(make);
    while (!takes([], ledgers)) ledgers.pop();
    return ledgers;
  };
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
    ['notes', (index) => noted(index, 200)],
    ['notes that are longer in a file', (index) => withNotes(index, '\u0001'.repeat(200))],
    ['notes in other scripts', (index) => withNotes(index, '東'.repeat(200))],
    ['notes of pairs', (index) => withNotes(index, '🔑'.repeat(100))],
    [
      'sets without codes',
      (index) => ({ ...list(index, []), sets: [...list(index, []).sets, ...emptySets] }),
    ],
  ])('is enough for a backup with every account, too (%s)', (_what, make) => {
    const ledgers = fullest(make);
    expect(ledgers.length).toBeGreaterThan(10);
    const document = writeDocument(documentOf(accounts, ledgers, fetchedAt, computer));
    expect(Buffer.byteLength(document)).toBeLessThanOrEqual(limits.sealedText);
  });

  it('has 64 KiB that only used codes may take', () => {
    const ledgers = fullest(short);
    const size = writeContents(contents(ledgers)).length;
    expect(limits.sealedText - size).toBeGreaterThanOrEqual(64 * 1024);
    const used = ledgers.map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({
        ...set,
        codes: set.codes.map((code) => ({ ...code, state: 'used' as const, at: fetchedAt })),
      })),
    }));
    expect(takes(ledgers, used)).toBe(true);
    expect(takes(ledgers, [...ledgers, ...filled(short).slice(0, 3)])).toBe(false);
    expect(takes(used, used.slice(1))).toBe(true);
    expect(takes(used, [...used.slice(1), short(5000)])).toBe(true);
  });

  it('is proven before a service makes new codes, for they must be kept', () => {
    const ledgers = fullest(short);
    const id = ledgers[0]?.id ?? '';
    expect(() => assertRoomForNewSet(contents(ledgers), id)).toThrow('vault-full');
    expect(() => assertRoomForNewSet(contents(ledgers.slice(0, -3)), id)).not.toThrow();
  });
});

const emptySets: CodeSet[] = Array.from({ length: 20 }, () => ({
  name: 'K7-4QD',
  fetchedAt: 0,
  replacedAt: 0,
  codes: [],
}));
const withNotes = (index: number, note: string): Ledger => {
  const { id, label, sets } = noted(index, 0);
  return {
    id,
    label,
    sets: sets.map((set) => ({ ...set, codes: set.codes.map((code) => ({ ...code, note })) })),
  };
};
