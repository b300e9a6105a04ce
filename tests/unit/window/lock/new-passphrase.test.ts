import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NewPassphrase } from '../../../../src-renderer/state/lock/new-passphrase.svelte';
import { wordList } from '../../../../src-renderer/passphrase/random-words';
import { strengthOf } from '../../../../src-renderer/passphrase/strength';

const drawn = /^[a-z]+( [a-z]+){5}$/;

describe('six random words', () => {
  test('are drawn anew each time, and are said to be a suggestion', async () => {
    const passphrase = new NewPassphrase();
    await passphrase.suggest();
    const first = passphrase.value;
    expect(first).toMatch(drawn);
    expect(passphrase.suggested).toBe(true);
    await passphrase.suggest();
    expect(passphrase.value).toMatch(drawn);
    expect(passphrase.value).not.toBe(first);
  });

  test('do not take the place of what was typed while they were on their way', async () => {
    const passphrase = new NewPassphrase();
    const drawing = passphrase.suggest();
    passphrase.type('a passphrase of my own');
    await drawing;
    expect(passphrase.value).toBe('a passphrase of my own');
    const again = passphrase.suggest();
    passphrase.clear();
    await again;
    expect(passphrase.value).toBe('');
  });

  test('come from the whole list, and from its ends', async () => {
    const { length } = await wordList();
    const numbers = [0, length - 1, length, 1, length - 2, length + 1];
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
      (into as unknown as Uint32Array)[0] = numbers.shift() ?? 0;
      return into;
    });
    const passphrase = new NewPassphrase();
    await passphrase.suggest();
    random.mockRestore();
    const words = passphrase.value.split(' ');
    expect(words[2]).toBe(words[0]);
    expect(words[5]).toBe(words[3]);
    expect(new Set(words).size).toBe(4);
  });

  test('favor none: numbers beyond the last whole round are drawn again', async () => {
    const { length } = await wordList();
    const lastRound = 2 ** 32 - (2 ** 32 % length);
    const numbers = [lastRound, 2 ** 32 - 1, 5, 5, 5, 5, 5, 5];
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
      (into as unknown as Uint32Array)[0] = numbers.shift() ?? 0;
      return into;
    });
    const passphrase = new NewPassphrase();
    await passphrase.suggest();
    random.mockRestore();
    expect(new Set(passphrase.value.split(' ')).size).toBe(1);
    expect(numbers).toEqual([]);
  });
});

describe('before it can be used', () => {
  test('it has eight characters, blanks around them not counted, and is written down', () => {
    const passphrase = new NewPassphrase();
    passphrase.type('1234567   ');
    expect(passphrase.ready()).toBe(false);
    expect(passphrase.missing).toBe('passphrase');
    passphrase.type('12345678');
    expect(passphrase.missing).toBe('written-down');
    passphrase.writtenDown = true;
    expect(passphrase.ready()).toBe(true);
  });

  test('another one has to be written down again', async () => {
    const passphrase = new NewPassphrase();
    await passphrase.suggest();
    passphrase.writtenDown = true;
    passphrase.type(passphrase.value);
    expect(passphrase.writtenDown).toBe(true);
    await passphrase.suggest();
    expect(passphrase.writtenDown).toBe(false);
  });

  test('nothing is complained about until somebody tries', () => {
    const passphrase = new NewPassphrase();
    expect(passphrase.tried).toBeNull();
    passphrase.ready();
    expect(passphrase.tried).toEqual({ missing: 'passphrase' });
    passphrase.clear();
    expect(passphrase.tried).toBeNull();
  });

  test('what was missing at a try stays, whatever is typed after it, and is new with each try', () => {
    const passphrase = new NewPassphrase();
    passphrase.ready();
    const first = passphrase.tried;
    passphrase.type('long enough');
    expect(passphrase.missing).toBe('written-down');
    expect(passphrase.tried).toBe(first);
    passphrase.ready();
    expect(passphrase.tried).toEqual({ missing: 'written-down' });
    const second = passphrase.tried;
    passphrase.ready();
    expect(passphrase.tried).not.toBe(second);
  });
});

test('line ends of a pasted text become blanks', () => {
  const passphrase = new NewPassphrase();
  passphrase.type('one two\r\nthree');
  expect(passphrase.value).toBe('one two three');
});

describe('strength', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is judged for the last text alone, and never for the suggested words', async () => {
    await strengthOf('loads the lists');
    const passphrase = new NewPassphrase();
    passphrase.type('password1');
    passphrase.type('a kettle of yellow fish in spring');
    expect(passphrase.score).toBeNull();
    await vi.runAllTimersAsync();
    await vi.waitFor(() => expect(passphrase.score).toBe(4));
    passphrase.type('password1');
    expect(passphrase.score).toBeNull();
    await vi.runAllTimersAsync();
    await vi.waitFor(() => expect(passphrase.score).toBe(0));
    await passphrase.suggest();
    expect(passphrase.score).toBeNull();
  });
});

test('a long text is judged by its beginning, for the whole would take minutes', async () => {
  expect(await strengthOf('abcdefgh qwertyui 12345678 p4ssw0rd l1b3rty!!@@'.repeat(20))).toBe(4);
});
