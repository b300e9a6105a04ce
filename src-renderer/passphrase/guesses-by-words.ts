/** What parts the words of a passphrase. */
const between = /[\s._-]+/;
const digits = /^\d+$/;

/**
 * How many guesses somebody needs, on average, who tries words of known lists one after the other; infinite for what is
 * no such words. A judge of patterns takes some words for random letters and so promises too much: three words drawn by
 * dice are 7776 ** 3 possible ones, whatever letters they have.
 *
 * @param lists of words in lower case; a word counts as one of the shortest list that has it
 */
export function guessesByWords(passphrase: string, lists: readonly ReadonlySet<string>[]): number {
  const parts = passphrase.normalize('NFC').toLowerCase().split(between).filter(Boolean);
  const choices = parts.map((part) => {
    if (digits.test(part)) return 10 ** part.length;
    return Math.min(...lists.filter((list) => list.has(part)).map(({ size }) => size));
  });
  return choices.reduce((product, choice) => product * choice, 1) / 2;
}
