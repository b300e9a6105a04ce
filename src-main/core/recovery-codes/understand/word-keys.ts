/** Words that no list of key words has, and sentences are full of. */
const filling = new Set(
  (
    'the,your,and,to,of,is,a,for,are,with,in,on,be,or,as,at,an,by,from,it,if,not,these,them,codes,' +
    'recovery,my,we,our,was,has,had,us,were,been,would,could,should,der,das,und,ist,sie,ihr,ihre,' +
    'ihren,den,dem,des,ein,eine,einen,mit,für,auf,im,zu,nicht,wenn,le,la,les,du,un,une,et,pour,dans,' +
    'vos,votre,ce,ces,que,qui,est,el,los,las,de,y,tu,tus,su,para,en,por,con,una,il,di,per,che,lo,gli,' +
    'o,os,um,uma,em,het,een,voor,op,je,uw'
  ).split(','),
);

/** Fewer words of a line are a heading or a note. */
const fewest = 6;

/**
 * Whether words are those of a key: small letters alone, and hardly any that fills a sentence. Keys repeat words, and have some
 * of two letters.
 */
export function areKeyWords(words: readonly string[], atLeast = fewest): boolean {
  if (words.length < atLeast || !words.every(isKeyWord)) return false;
  const filled = words.filter((word) => filling.has(word)).length;
  return filled * 10 <= words.length && new Set(words.map(({ length }) => length)).size > 1;
}

export const isKeyWord = (word: string): boolean => /^[\p{Ll}\p{Lo}\p{M}]{2,12}$/u.test(word);

/** How many words keys have that sites and wallets hand out. */
export const isWholeKey = (count: number): boolean => count >= 12;

/** A numbered word. */
interface Numbered {
  readonly number: number;
  readonly word: string;
}

/** The words of a key that were numbered one by one, in the order of their numbers; null where one is missing. */
export function keyOfNumbered(cells: readonly Numbered[]): readonly string[] | null {
  const words = cells.toSorted((one, other) => one.number - other.number);
  const isWhole = words.every(({ number }, place) => number === place + 1);
  const texts = words.map(({ word }) => word);
  return isWhole && areKeyWords(texts) ? texts : null;
}
