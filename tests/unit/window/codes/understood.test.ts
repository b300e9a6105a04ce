import { describe, expect, test } from 'vitest';
import type { Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { UnderstoodCodes } from '../../../../src-renderer/state/codes/understood.svelte';
import { fakeBackend, held } from '../fake-backend';
import { understoodAs } from './understood-as';

type Answer = Gives<'understandCodes'>;

/** A text of the lines of which each is understood as a code. */
const byLine = {
  understandCodes: ({ text }: { text: string }) => Promise.resolve(understoodAs(text.split('\n'))),
};

/** What was understood of a text, once main has answered. */
async function understoodOf(text: string, answers: object = byLine): Promise<UnderstoodCodes> {
  const understood = new UnderstoodCodes(fakeBackend(answers).backend);
  await type(understood, text);
  return understood;
}

async function type(understood: UnderstoodCodes, text: string): Promise<void> {
  understood.text = text;
  await expect.poll(() => understood.asking, { interval: 1 }).toBe(false);
}

const at = (understood: UnderstoodCodes, place: number) => {
  const row = understood.rows[place];
  if (!row) throw new Error('There is no such row.');
  return row;
};
const codesOf = (understood: UnderstoodCodes): string[] => understood.rows.map(({ code }) => code);

describe('asking', () => {
  test('is one question at a time, and the newest text wins', async () => {
    const answers: ReturnType<typeof held<Answer>>[] = [];
    const { backend, asked } = fakeBackend({
      understandCodes: () => {
        const answer = held<Answer>();
        answers.push(answer);
        return answer.promise;
      },
    });
    const understood = new UnderstoodCodes(backend);
    for (const text of ['a', 'ab', 'abc']) understood.text = text;
    expect(asked).toEqual([['understandCodes', { text: 'a' }]]);
    answers[0]?.give(understoodAs(['old-code']));
    await expect.poll(() => answers.length).toBe(2);
    expect([codesOf(understood), understood.asking]).toEqual([[], true]);
    expect(asked[1]).toEqual(['understandCodes', { text: 'abc' }]);
    answers[1]?.give(understoodAs(['new-code']));
    await expect.poll(() => understood.asking).toBe(false);
    expect(codesOf(understood)).toEqual(['new-code']);
  });

  test('stops where there is nothing, and where there is too much', async () => {
    const { backend, asked } = fakeBackend(byLine);
    const understood = new UnderstoodCodes(backend);
    await type(understood, ' \n');
    expect([understood.rows, understood.failure]).toEqual([[], null]);
    const needed = limits.pastedCodes + 1;
    await type(understood, 'x'.repeat(needed));
    expect(understood.failure).toMatchObject({
      code: 'pasted-too-long',
      details: { needed, most: limits.pastedCodes },
    });
    expect(asked).toEqual([]);
  });

  test('whose answer comes after the screen was left changes nothing', async () => {
    const answer = held<Answer>();
    const understood = new UnderstoodCodes(fakeBackend({ understandCodes: () => answer.promise }).backend);
    understood.text = 'abcd-efgh';
    understood.leave();
    answer.give(understoodAs(['abcd-efgh']));
    await expect.poll(() => understood.asking).toBe(false);
    expect([understood.text, understood.rows, understood.about]).toEqual(['', [], null]);
  });
});

describe('rows', () => {
  test('are kept as they were corrected, ticked and removed', async () => {
    const understood = await understoodOf('abcd-1111\nabcd-2222\nabcd-3333');
    understood.correct(at(understood, 0));
    understood.draft = ' abcd-9999\u200b ';
    understood.remove(at(understood, 1));
    understood.tick(at(understood, 2), true);
    expect(understood.numberOf(at(understood, 1))).toBeNull();
    expect(understood.numberOf(at(understood, 2))).toBe(2);
    expect(understood.toKeep()).toEqual([
      { code: 'abcd-9999', isUsed: false },
      { code: 'abcd-3333', isUsed: true },
    ]);
    understood.putBack(at(understood, 1));
    expect(understood.toKeep()).toHaveLength(3);
  });

  test('keep what was changed of them while the text goes on', async () => {
    const understood = await understoodOf('abcd-1111\nabcd-2222');
    understood.correct(at(understood, 0));
    understood.draft = 'abcd-9999';
    understood.finish();
    understood.remove(at(understood, 1));
    await type(understood, 'abcd-0000\nabcd-1111\nabcd-2222');
    expect(codesOf(understood)).toEqual(['abcd-0000', 'abcd-9999', 'abcd-2222']);
    expect(understood.kept).toHaveLength(2);
    await type(understood, '');
    await type(understood, 'abcd-1111\nabcd-2222');
    expect(codesOf(understood)).toEqual(['abcd-1111', 'abcd-2222']);
    expect(understood.kept).toHaveLength(2);
  });

  test('that are emptied are removed, and those that are given up stay', async () => {
    const understood = await understoodOf('abcd-1111\nabcd-2222');
    understood.correct(at(understood, 0));
    understood.draft = '';
    understood.correct(at(understood, 1));
    understood.draft = 'else';
    understood.giveUp();
    expect(understood.kept.map(({ code }) => code)).toEqual(['abcd-2222']);
    expect(codesOf(understood)).toEqual(['abcd-1111', 'abcd-2222']);
  });

  test('that are all removed are not kept as none', async () => {
    const understood = await understoodOf('abcd-1111');
    understood.remove(at(understood, 0));
    expect(() => understood.toKeep()).toThrow(expect.objectContaining({ code: 'codes-missing' }) as Error);
  });

  test('a refusal is about one of them, until something is changed', async () => {
    let changes = 0;
    const understood = new UnderstoodCodes(fakeBackend(byLine).backend, () => (changes += 1));
    await type(understood, 'abcd-1111\nabcd-2222\nabcd-3333');
    understood.remove(at(understood, 0));
    understood.refuse(1);
    expect([understood.editing, understood.refused]).toEqual([at(understood, 2), at(understood, 2)]);
    understood.draft = 'abcd-4444';
    understood.finish();
    expect([understood.editing, understood.refused]).toEqual([null, null]);
    expect(changes).toBe(3);
  });
});

describe('a text that may be one key', () => {
  const both = {
    understandCodes: () =>
      Promise.resolve(
        understoodAs(['1111 2222', '3333 4444'], {
          oneKey: [{ code: '1111 2222 3333 4444', isUsed: false }],
          proposed: 'one-key',
        }),
      ),
  };

  test('is what it more likely is, and what a person says', async () => {
    const understood = await understoodOf('1111 2222\n3333 4444', both);
    expect([understood.way, codesOf(understood)]).toEqual(['one-key', ['1111 2222 3333 4444']]);
    understood.choose('one-each');
    understood.tick(at(understood, 1), true);
    understood.choose('one-key');
    understood.choose('one-each');
    expect(understood.toKeep()).toEqual([
      { code: '1111 2222', isUsed: false },
      { code: '3333 4444', isUsed: true },
    ]);
  });
});

describe('what is refused', () => {
  test('is not kept, and said aloud when somebody wants it kept', async () => {
    const failure = new AppError('no-codes-found');
    const understood = await understoodOf('??', { understandCodes: () => Promise.reject(failure) });
    expect([understood.failure, understood.insisted]).toEqual([failure, false]);
    expect(() => understood.toKeep()).toThrow(failure);
    expect(understood.insisted).toBe(true);
    await type(understood, '???');
    expect(understood.insisted).toBe(false);
  });

  test('an otpauth link is told from a code, and a bare secret has its row', async () => {
    const link = await understoodOf('otpauth://totp/a', {
      understandCodes: () => Promise.resolve(understoodAs([], { kind: 'otpauth-link' })),
    });
    expect([link.failure?.code, link.rows]).toEqual(['otpauth-not-code', []]);
    const secret = await understoodOf('JBSWY3DPEHPK3PXP', {
      understandCodes: () => Promise.resolve(understoodAs(['JBSWY3DPEHPK3PXP'], { kind: 'bare-secret' })),
    });
    expect([secret.about?.kind, codesOf(secret)]).toEqual(['bare-secret', ['JBSWY3DPEHPK3PXP']]);
  });

  test('a fault of another kind is one of Latchkey', async () => {
    const understood = await understoodOf('abcd', { understandCodes: () => Promise.reject(new Error('x')) });
    expect(understood.failure?.code).toBe('bug');
  });
});
