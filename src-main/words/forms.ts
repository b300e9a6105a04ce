/** The language of the sentences; numbers and dates of their own follow the computer's settings. */
const language = 'en';
const rules = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(language);
const lists = {
  and: new Intl.ListFormat(language, { type: 'conjunction' }),
  or: new Intl.ListFormat(language, { type: 'disjunction' }),
};

/** The forms of a sentence by number, as Unicode's plural rules name them; `other` is the one that every language has. */
export type Forms = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string };

/** The form for a number. "#" in it stands for the number. */
export function plural(count: number, forms: Forms): string {
  return (forms[rules.select(count)] ?? forms.other).replaceAll('#', figures.format(count));
}

/** A number as sentences have it: "2,025". */
export const figure = (number: number): string => figures.format(number);

/** "a", "a and b", "a, b, and c". */
export const listed = (parts: readonly string[], by: 'and' | 'or' = 'and'): string => lists[by].format(parts);

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size of a file, such as "64 kB" or "1 MB". @param bytes of which 1,024 are a kilobyte, as Latchkey's limits count */
export function size(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const style = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, style).format(bytes / 1024 ** step);
}
