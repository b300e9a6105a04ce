const explicit = /^\(?(?:#|№|no\.\s?|nr\.\s?)?(\d{1,3})(?:[.)\]:\u3001]|\s?-)\s+/iu;
const bracketed = /^\(?(\d{1,3})\)\s*/u;
const weak = /^(?:#\s?)?(\d{1,3})(?:[.:\u3001\]]\s*|\s+)/u;

/** A number in front of a cell, and what stands behind it. */
export interface Numbered {
  readonly number: number;
  readonly rest: string;
}

const read = (pattern: RegExp, text: string): Numbered | null => {
  const found = pattern.exec(text);
  if (!found || found[0].length === text.length) return null;
  return { number: Number(found[1]), rest: text.slice(found[0].length) };
};

/** A number that is surely one: "1. ", "(2)", "3: ". */
const surelyNumbered = (text: string): Numbered | null => read(explicit, text) ?? read(bracketed, text);

/** A number that may be part of a code: "1.abcd", "2:abcd", "3 abcd". Those around it decide. */
const perhapsNumbered = (text: string): Numbered | null => read(weak, text);

/**
 * Takes the numbers off cells that are numbered. One that may be part of a code counts where the cell before or behind it
 * has the number that would come before or behind it.
 *
 * @param texts of the cells, in their order, without bullets
 */
export function numbersOf(texts: readonly string[]): (Numbered | null)[] {
  const sure = texts.map(surelyNumbered);
  const maybe = texts.map((text, place) => sure[place] ?? perhapsNumbered(text));
  return maybe.map((one, place) => {
    if (!one || sure[place]) return one;
    const isNext = maybe[place - 1]?.number === one.number - 1;
    const isBefore = maybe[place + 1]?.number === one.number + 1;
    return isNext || isBefore || isLonely(one) ? one : null;
  });
}

/** A number alone before a word that is longer than any group: "1 abcd-1234". */
const isLonely = ({ rest }: Numbered): boolean => /^\S{5,}$/u.test(rest) && /[\p{L}-]/u.test(rest);

const within = /(?<=\S\s)(?=\(?\d{1,3}[.)]\s+\S)/u;

/** The parts of a line that numbers itself more than once: "1. abcd 3. efgh". */
export const splitAtNumbers = (text: string): string[] =>
  surelyNumbered(text) ? text.split(within).map((part) => part.trim()) : [text];
