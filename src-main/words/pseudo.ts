import type { Translate, Words } from './catalogue';
import type { Rich } from './rich';

/** What stands around every text of the pseudo-locale, so that a text without it is known not to be of the catalogue. */
const marks = { begin: '⟦', end: '⟧' } as const;

/** Marks that nobody sees, and that Playwright leaves out of names: a zero-width space, a soft hyphen. */
export const quietMarks = { begin: '\u200B', end: '\u00AD' } as const;

/** Letters that look like English ones and are none, upper case by the same table. */
const accented: Record<string, string> = {
  ...{
    a: 'á',
    b: 'ƀ',
    c: 'ç',
    d: 'ð',
    e: 'é',
    f: 'ƒ',
    g: 'ĝ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ó',
    p: 'þ',
    q: 'ɋ',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'ú',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
};

/** A language for developers: English with accents, a third longer, between marks; what comes in as a value stays. */
export const pseudo: Translate = (_, english) =>
  disguise(english, { ...marks, say: longer }, []) as typeof english;

/** English between quiet marks: tests find things by their names, and see which text has no marks. */
export const marked: Translate = (_, english) =>
  disguise(english, { ...quietMarks, say: (text) => text }, []) as typeof english;

/** The languages that only developers ask for, by name. */
export const testLanguages: Readonly<Partial<Record<string, Translate>>> = { pseudo, marked };

interface Voice {
  readonly begin: string;
  readonly end: string;
  readonly say: (text: string, values: readonly string[]) => string;
}

function disguise(words: Words | Rich[number], voice: Voice, values: readonly string[]): unknown {
  if (typeof words === 'string') return `${voice.begin}${voice.say(words, values)}${voice.end}`;
  if (typeof words === 'function') {
    const make = words as (...values: readonly unknown[]) => Words | null;
    return (...given: readonly unknown[]): unknown => {
      const made = make(...given);
      return made === null ? null : disguise(made, voice, textsIn(given));
    };
  }
  if (Array.isArray(words)) return (words as Rich).map((part) => disguise(part, voice, values));
  return Object.fromEntries(
    Object.entries(words).map(([name, one]) => [name, disguise(one as Words, voice, values)]),
  );
}

function longer(text: string, values: readonly string[]): string {
  const [found] = values.filter((value) => value !== '' && text.includes(value));
  if (found !== undefined) {
    return text
      .split(found)
      .map((part) => (part === '' ? '' : longer(part, values)))
      .join(found);
  }
  return text.replace(/[a-z]/gi, accent) + '·'.repeat(Math.ceil(text.trim().length / 3));
}

function accent(letter: string): string {
  const small = letter.toLowerCase();
  const other = accented[small] ?? letter;
  return letter === small ? other : other.toUpperCase();
}

/** All texts in what a sentence is made of, the longest first. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .flatMap(textsIn)
    .sort((a, b) => b.length - a.length);
}
