/** 0: guessed at once; 4: weeks at the least, for somebody who has the sealed file and a lot of computers. */
export type Score = 0 | 1 | 2 | 3 | 4;

/** Whether whoever gets hold of what it seals could open that. */
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
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  return (passphrase) => zxcvbn.check(passphrase.slice(0, longestJudged)).score;
}

/** How hard a passphrase is to guess. The word lists are loaded with the first one. */
export async function strengthOf(passphrase: string): Promise<Score> {
  judge ??= makeJudge();
  return (await judge)(passphrase);
}
