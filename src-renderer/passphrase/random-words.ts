/** Six words of 7,776 are drawn out of 7776 ** 6 possible ones, that is about 77 bits. */
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
 * Draws a passphrase of six words, parted by spaces.
 *
 * The list is the EFF's large one for dice (7,776 words) as `@zxcvbn-ts/language-common` carries it, where the four
 * words with a hyphen are written together or replaced. It is loaded with the first passphrase.
 */
export async function randomWords(): Promise<string> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const list = dictionary['diceware-common'];
  return Array.from({ length: wordsInPassphrase }, () => list[randomBelow(list.length)]).join(' ');
}
