import { describe, expect, it } from 'vitest';
import { compareCodes } from '../../../../../src-main/core/backup/content/compare';
import { merge } from '../../../../../src-main/core/backup/content/merge';
import { writeDocument } from '../../../../../src-main/core/backup/content/document';
import { readForeign } from '../../../../../src-main/core/backup/opening/read-foreign';
import { compareForeign, mergeForeign } from '../../../../../src-main/core/backup/opening/weigh-foreign';
import type { BackedUp, Kept } from '../../../../../src-main/core/records/backed-up';
import { FakeRandom } from '../../../../fakes/fake-random';
import { anAccount, aSet } from './documents';

const link = (name: string): string => `otpauth://totp/${name}?secret=JBSWY3DPEHPK3P${name.toUpperCase()}`;
const codes = [aSet(['aaaa-1111'])];
const plain = anAccount(1, codes);
const described = (differs: Partial<BackedUp>): Kept => anAccount(1, codes, differs);
const merged = (there: BackedUp, here: Kept): Kept | undefined =>
  merge([there], [here], [0], new FakeRandom()).accounts[0];

describe('what is said of an account beside its codes', () => {
  it.each<[string, Partial<BackedUp>, Partial<BackedUp>, Partial<BackedUp>, string[]]>([
    ['a user name that nobody wrote here comes', { user: 'ada' }, {}, { user: 'ada' }, ['user']],
    ['another user name does not', { user: 'ada' }, { user: 'eva' }, { user: 'eva' }, []],
    ['notes are joined', { note: 'phone' }, { note: 'desk' }, { note: 'desk; phone' }, ['note']],
    ['a part of a note is no news', { note: 'desk' }, { note: 'desk; phone' }, { note: 'desk; phone' }, []],
    ['tags come to those here', { tags: ['b', 'a'] }, { tags: ['a'] }, { tags: ['a', 'b'] }, ['tags']],
    ['fewer tags are no news', { tags: ['a'] }, { tags: ['b', 'a'] }, { tags: ['b', 'a'] }, []],
    ['a doubt comes', { inDoubt: true }, {}, { inDoubt: true }, ['inDoubt']],
    ['no doubt takes none away', {}, { inDoubt: true }, { inDoubt: true }, []],
    ['its place in the list stays', { pinned: true }, {}, { pinned: false }, []],
    [
      'what is in the archive stays there, and what is not does, too',
      { archived: { at: 1, reason: '' } },
      {},
      { archived: null },
      [],
    ],
    [
      'authenticators come to those here',
      { authenticators: [link('a'), link('b'), link('b')] },
      { authenticators: [link('b'), link('c')] },
      { authenticators: [link('b'), link('c'), link('a')] },
      ['authenticators'],
    ],
  ])('%s', (_what, there, here, after, brings) => {
    const [one, other] = [described(there), described(here)];
    expect(merged(one, other)).toEqual({ ...other, ...after });
    expect(compareCodes([one], [other])).toMatchObject([
      { kind: brings.length > 0 ? 'differs' : 'same', brings },
    ]);
    // What was merged brings nothing a second time.
    const joined = merged(one, other);
    expect(joined && compareCodes([one], [joined])).toMatchObject([{ kind: 'same', brings: [] }]);
    expect(joined && merged(one, joined)).toEqual(joined);
  });

  it('comes whole with an account that is new', () => {
    const one = described({ user: 'ada', pinned: true, archived: { at: 1, reason: 'x' }, tags: ['a'] });
    expect(merge([one], [], [0], new FakeRandom()).accounts).toEqual([one]);
  });
});

describe('a file of somebody', () => {
  const computer = '5b0c2c0e-3a0f-4a9b-8f51-0d1a2b3c4d5e';
  const read = (...backups: (readonly BackedUp[])[]) =>
    readForeign(
      backups.map((_, place) => ({ name: `${place}`, sealed: new Uint8Array([place]) })),
      ([place = 0]) =>
        Promise.resolve({
          text: writeDocument({ madeAt: 1 + place, computer, accounts: backups[place] ?? [] }),
          identity: null,
        }),
      9,
      new FakeRandom(),
    );

  it('gives all of it to whoever restores, joined with what is here', async () => {
    const there = described({
      user: 'ada',
      note: 'phone',
      authenticators: [link('a')],
      tokenPrefix: 'Bearer',
    });
    const { contents } = await read([there]);
    const here = described({ note: 'desk', pinned: true, authenticators: [link('b')] });
    expect(mergeForeign(contents, [here], [0], new FakeRandom())?.entries).toMatchObject([
      {
        ...{ user: 'ada', note: 'desk; phone', pinned: true, tokenPrefix: 'Bearer' },
        authenticators: [link('b'), link('a')],
      },
    ]);
  });

  it('shows an authenticator that only an older backup has, and nothing else of it', async () => {
    const older = described({
      user: 'eva',
      note: 'old',
      tags: ['old'],
      authenticators: [link('a'), link('b')],
    });
    const newer = described({ authenticators: [link('b')] });
    const { contents } = await read([older], [newer]);
    expect(compareForeign(contents, { madeAt: 1, computer: null, accounts: [newer] })).toMatchObject([
      { kind: 'same', brings: [], isOlder: false },
      { kind: 'differs', brings: ['authenticators'], isOlder: true },
    ]);
    expect(mergeForeign(contents, [newer], [1], new FakeRandom())?.entries).toMatchObject([
      { user: '', note: '', tags: [], authenticators: [link('b'), link('a')] },
    ]);
    const plainOnes = await read([described({ user: 'eva' })], [plain]);
    expect(JSON.parse(plainOnes.contents)).toMatchObject({ older: [] });
  });
});

describe('the id of a set', () => {
  const [one, other] = ['AAAAAAAAAAAAAAA1', 'AAAAAAAAAAAAAAA2'] as const;
  const setsOf = (there: BackedUp['sets'], here: BackedUp['sets']) =>
    merged(anAccount(1, there), anAccount(1, here))?.sets.map(({ id, codes: all }) => [
      id,
      ...all.map(({ code }) => code),
    ]);

  it('puts sets together that share nothing else', () => {
    const there = [aSet(['bbbb-1111'], { id: one, name: 'AA-AAA' })];
    expect(setsOf(there, [aSet(['aaaa-1111'], { id: one })])).toEqual([[one, 'aaaa-1111', 'bbbb-1111']]);
    expect(setsOf(there, [aSet(['aaaa-1111'], { id: other })])).toHaveLength(2);
    expect(setsOf(there, [aSet(['aaaa-1111'])])).toHaveLength(2);
  });

  it('comes along where codes tell that two are one, and both sides come to the same', () => {
    expect(setsOf([aSet(['aaaa-1111'], { id: one })], [aSet(['aaaa-1111'])])).toEqual([[one, 'aaaa-1111']]);
    const [first, second] = [[aSet(['aaaa-1111'], { id: other })], [aSet(['aaaa-1111'], { id: one })]];
    expect(setsOf(first, second)).toEqual(setsOf(second, first));
  });

  it('tells nothing where it stands twice in one file', () => {
    const there = [aSet(['bbbb-1111'], { id: one }), aSet(['cccc-1111'], { id: one, replacedAt: 2 })];
    expect(setsOf(there, [aSet(['aaaa-1111'], { id: one, name: 'AA-AAA' })])).toHaveLength(3);
  });
});
