/** 0: guessed within a day; 1: a year; 2: a hundred years; 3: ten thousand years; 4: it takes longer. */
export type Score = 0 | 1 | 2 | 3 | 4;

/**
 * Who is assumed: somebody who has the sealed file, and a thousand computers to guess with. Each guess is a scrypt of
 * 2^18, which takes 256 MiB and most of a second of a core: 10 to 100 guesses a second are reckoned, not measured, for a
 * computer with many cores and fast memory. A thousand good servers of 10, or a hundred of the fastest, are what is in
 * reach for an attacker who pays for it.
 */
export const guessesPerSecond = 10_000;

const day = 24 * 60 * 60;
const year = 365 * day;

/** Seconds below which a passphrase has the score of its place. */
const borders = [day, year, 100 * year, 10_000 * year] as const;

/** @param guesses how many it takes to come to the passphrase */
export function scoreOf(guesses: number): Score {
  const seconds = guesses / guessesPerSecond;
  const [veryWeak, weak, fair, good] = borders;
  if (seconds < veryWeak) return 0;
  if (seconds < weak) return 1;
  if (seconds < fair) return 2;
  return seconds < good ? 3 : 4;
}
