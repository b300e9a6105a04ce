import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import type { BackedUp } from '../../../../src-main/core/records/backed-up';
import { writeDocument } from '../../../../src-main/core/backup/content/document';
import { readDocument } from '../../../../src-main/core/backup/content/read-document';
import { readForeign } from '../../../../src-main/core/backup/opening/read-foreign';
import { compareForeign, mergeForeign } from '../../../../src-main/core/backup/opening/weigh-foreign';
import { FakeRandom } from '../../../fakes/fake-random';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { appWithCodes, ofLedger, snapshotOf, entriesOf } from '../story';
import { codes } from '../backup/folders/backup-world';
import { anAccount, aSet } from '../backup/content/documents';
import { chooseFile, kitName, ledgerOf, open, openKit, putKit } from './restore-world';

const textOf = (accounts: readonly unknown[]): string =>
  JSON.stringify({ format: 'latchkey-backup', schema: 1, accounts });
const many = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place));
const code = (text: number | string) => ({ code: `${text}` });

describe('a file that holds more than Latchkey keeps', () => {
  it.each<[string, readonly unknown[]]>([
    ['entries', many(limits.entries + 1, (place) => ({ label: `${place}`, sets: [] }))],
    ['sets', [{ label: 'Bank', sets: many(limits.setsInFile + 1, () => ({ codes: [] })) }]],
    ['codes', [{ label: 'Bank', sets: many(21, () => ({ codes: many(1_000, code) })) }]],
    ['what is no code', [{ label: 'Bank', sets: [{ codes: many(limits.codesInFile + 1, () => 0) }] }]],
  ])('is refused for its %s, and nothing of it is compared', async (_what, accounts) => {
    const world = makeApp();
    await putKit(world, textOf(accounts));
    await chooseFile(world, kitName);
    world.sealer.compareForeign = () => Promise.reject(new Error('it was compared'));
    expect(await codeOf(open(world))).toBe('file-too-full');
    expect([world.vaultFile.written, world.bugs]).toEqual([[], []]);
  });

  it.each<[string, (size: number) => BackedUp[]]>([
    [
      'codes',
      (size) =>
        many(20, (place) =>
          anAccount(
            place,
            many(20, (n) => aSet(many(Math.ceil(size / 400), (c) => `${place}${n}${c}`))),
          ),
        ),
    ],
    [
      'sets',
      (size) => [
        anAccount(
          1,
          many(size, (place) => aSet([`${place}`], { replacedAt: place || null })),
        ),
      ],
    ],
    [
      'ledgers',
      (size) =>
        many(Math.min(size, limits.ledgers), (place) => anAccount(place, [aSet(['1'])], { label: '1' })),
    ],
  ])('is none that Latchkey wrote: 1 MiB has fewer %s', (_what, make) => {
    let size = 100;
    let text = '';
    for (; ; size = Math.ceil(size * 1.1)) {
      const next = writeDocument({ madeAt: 1, computer: null, accounts: make(size) });
      if (next.length > 1024 * 1024 || next.length === text.length) break;
      text = next;
    }
    expect(readDocument(text)).toMatchObject({ kind: 'good', faults: [] });
  });
});

describe('a file that was made to take long', () => {
  const costOf = async (accounts: readonly unknown[]): Promise<number> => {
    const here = many(900, (place) =>
      anAccount(place, [
        aSet(
          many(10, (n) => `${n}`),
          { name: '' },
        ),
      ]),
    );
    const start = performance.now();
    const { contents, entries } = await readForeign(
      [{ name: kitName, sealed: new Uint8Array() }],
      () => Promise.resolve({ text: textOf(accounts), identity: null }),
      1,
      new FakeRandom(),
    );
    compareForeign(contents, { madeAt: 1, computer: null, accounts: here });
    mergeForeign(contents, here, many(entries, Number), new FakeRandom());
    return performance.now() - start;
  };
  const honest = many(1_000, (place) => ({
    label: `Site ${place}`,
    sets: [{ codes: many(10, (n) => code(`${place}-${n}`)) }],
  }));

  // Each with each took 100 times as long and more.
  it.each<[string, readonly unknown[]]>([
    ['says the same 2,000 times', many(2_000, () => ({ label: 'Bank', sets: [{ codes: many(10, code) }] }))],
    [
      'has sets without end',
      [{ label: 'Bank', sets: many(10_000, (n) => ({ codes: [code(n), code(-n)] })) }],
    ],
    ['repeats one id', many(2_000, () => ({ ...anAccount(1, []), sets: [{ codes: many(10, code) }] }))],
  ])('takes about as long as an honest one where it %s', async (_what, accounts) => {
    await costOf(honest);
    const baseline = await costOf(honest);
    expect(await costOf(accounts)).toBeLessThan(baseline * 20 + 200);
  });
});

describe('what was read of it', () => {
  it('is only kept and handed on in main: other processes read, compare and merge it', async () => {
    const world = makeApp();
    await putKit(world, textOf([]));
    await chooseFile(world, kitName);
    const foreign = await world.sealer.readForeign([], { by: 'passphrase', passphrase: '' }, 0);
    const sources = [{ name: kitName, madeAt: null }];
    world.sealer.readForeign = () =>
      Promise.resolve({ ...foreign, sources, contents: 'nobody reads this here', entries: 1 });
    const handed: string[] = [];
    world.sealer.compareForeign = (contents) => {
      handed.push(contents);
      return Promise.resolve([]);
    };
    world.sealer.mergeForeign = (contents) => {
      handed.push(contents);
      return Promise.resolve({ entries: [], ids: [] });
    };
    await open(world);
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 0, accounts: 0 });
    expect(handed).toEqual(['nobody reads this here', 'nobody reads this here']);
  });

  it('never fills the vault: nothing is taken of what does not fit, and that is said', async () => {
    const story = await appWithCodes(codes);
    const before = story.vaultFile.sealed;
    const accounts = many(20, (place) => ({
      label: `List ${place}`,
      sets: [{ codes: many(1_000, (n) => code(`${place}-${n}`)) }],
    }));
    await putKit(story, textOf(accounts));
    await chooseFile(story, kitName);
    await open(story);
    expect(await codeOf(story.backend.restore({ take: many(20, Number) }))).toBe('restore-too-much');
    expect(story.vaultFile.sealed).toBe(before);
    expect(await story.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1 });
    await story.backend.useNextCode(ofLedger(story));
    expect((await entriesOf(story, story.accountId))[0]?.state).toBe('used');
  });

  it('is merged anew where a code was used meanwhile', async () => {
    const story = await appWithCodes(codes);
    const { label, serviceUrl } = (await snapshotOf(story)).accounts[0] ?? { label: '', serviceUrl: '' };
    await openKit(story, [
      anAccount(1, [aSet([...codes, 'acdef-44444'])], { id: story.accountId, label, serviceUrl }),
    ]);
    const mergeIt = story.sealer.mergeForeign.bind(story.sealer);
    let merges = 0;
    story.sealer.mergeForeign = async (...given) => {
      const taken = await mergeIt(...given);
      merges += 1;
      if (merges === 1) await story.backend.useNextCode(ofLedger(story));
      return taken;
    };
    await story.backend.restore({ take: [0] });
    expect(merges).toBe(2);
    expect((await ledgerOf(story, story.accountId)).codes).toEqual([
      [codes[0], 'used'],
      [codes[1], 'unused'],
      [codes[2], 'unused'],
      ['acdef-44444', 'unused'],
    ]);
  });
});
