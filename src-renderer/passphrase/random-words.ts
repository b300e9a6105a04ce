import { leftOutWords } from './left-out-words';

/** Six words of more than 7,200 are drawn out of 7200 ** 6 possible ones, that is about 77 bits. */
const wordsInPassphrase = 6;

/** One more than the largest number that the computer's randomness gives here. */
const numbers = 2 ** 32;

/**
 * A whole number from 0 to `below` - 1, each as likely as the other: what would favor the small ones, the incomplete
 * round at the end of the range, is drawn again.
 */
function randomBelow(below: number): number {
  const drawn = new Uint32Array(1);
  const whole = numbers - (numbers % below);
  let number: number;
  do [number = whole] = crypto.getRandomValues(drawn);
  while (number >= whole);
  return number % below;
}

/**
 * The words that are drawn from: the EFF's large list for dice (7,776 words) as `@zxcvbn-ts/language-common` carries it,
 * where the four words with a hyphen are written together or replaced, without those that hurt. It is loaded with the
 * first passphrase.
 */
export async function wordList(): Promise<readonly string[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return dictionary['diceware-common'].filter((word) => !leftOutWords.has(word));
}

/** Draws a passphrase of six words, parted by spaces. */
export async function randomWords(): Promise<string> {
  const list = await wordList();
  return Array.from({ length: wordsInPassphrase }, () => list[randomBelow(list.length)]).join(' ');
}
