import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, it } from 'vitest';
import { leftOutWords } from '../../../../src-renderer/passphrase/left-out-words';
import { randomWords, wordList } from '../../../../src-renderer/passphrase/random-words';

it('random words come from a list large enough for the bits that people are promised', async () => {
  const list = await wordList();
  expect(new Set(list).size).toBe(list.length);
  expect(list.length).toBeGreaterThan(7_200);
  const { length } = (await randomWords()).split(' ');
  expect(Math.round(length * Math.log2(list.length))).toBe(77);
});

it('no word that hurts is among them, and each that is left out would be there otherwise', async () => {
  const drawn = new Set(await wordList());
  expect([...leftOutWords].filter((word) => drawn.has(word))).toEqual([]);
  expect([...leftOutWords].filter((word) => !dictionary['diceware-common'].includes(word))).toEqual([]);
  expect(drawn.size + leftOutWords.size).toBe(dictionary['diceware-common'].length);
  for (const word of ['eskimo', 'slain', 'fascism', 'autism', 'lusty', 'graveyard'])
    expect(drawn.has(word)).toBe(false);
});
