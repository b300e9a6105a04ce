import { type Score, scoreOf } from './attacker';
import { guessesByWords } from './guesses-by-words';

export type { Score } from './attacker';

/** Whether whoever gets hold of what it seals could open that within a life. */
export const isWeak = (score: Score): boolean => score < 3;

/** Judging takes longer the longer the text is; what is strong that far is strong. */
const longestJudged = 48;

type Judge = (passphrase: string) => Score;
let judge: Promise<Judge> | undefined;

async function makeJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary };
  const zxcvbn = new ZxcvbnFactory({
    dictionary,
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  const lists = [dictionary['diceware-common'], dictionary['commonWords-en']].map((list) => new Set(list));
  return (passphrase) =>
    scoreOf(
      Math.min(zxcvbn.check(passphrase.slice(0, longestJudged)).guesses, guessesByWords(passphrase, lists)),
    );
}

/** How hard a passphrase is to guess. The word lists are loaded with the first one. */
export async function strengthOf(passphrase: string): Promise<Score> {
  judge ??= makeJudge();
  return (await judge)(passphrase);
}
