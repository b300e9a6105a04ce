import { blank } from './marks';

const month = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|févr|avr|juin|juil|août|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)\p{L}{0,7}\.?`;
const weekday = String.raw`(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat),?\s`;
const day = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`;
const year = String.raw`(?:19|20)\d\d`;
const clock = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,6})?)?`;
const zone = String.raw`(?:z|utc|gmt|[ap]\.?m\.?|c?e[sd]?t|[pm][sd]t)(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d`;

/** What stands around a date or a time: nothing that could be more of a code. */
const alone = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}_/+=-])(?:${pattern})(?![\p{L}\p{N}_/+=-])`, 'giu');

const dates = [
  alone(String.raw`${year}-\d\d-\d\d(?:t${clock}(?:${zone})?)?`),
  alone(String.raw`(?:${weekday})?${month}\s${day},?\s${year}`),
  alone(String.raw`(?:${weekday})?${day}\s(?:de\s)?${month},?\s(?:de\s)?${year}`),
  alone(String.raw`${month}\s${year}`),
  alone(String.raw`(?:0?[1-9]|[12]\d|3[01])([/.])(?:0?[1-9]|[12]\d|3[01])\1(?:${year}|\d\d)`),
  alone(String.raw`(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|[12]\d|3[01])-${year}`),
  alone(String.raw`${year}([/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])`),
  /(?<!\d)(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/gu,
];
const times = alone(String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,6})?)?(?:\s?(?:${zone}))*`);

const addresses = [
  /(?<![\p{L}\p{N}])[a-z][a-z\d+.-]{1,20}:\/\/\S+/giu,
  /(?<![^\s<("'])[^\s@<>()"']{1,64}@[^\s@<>()"']{1,255}/gu,
  /(?<![^\s<("'])(?:www\.)[^\s<>()"']+/giu,
  /(?<![^\s("'`])(?:~|\.{1,2}|[a-z]:)?[\\/][^\s"'`\\/]+[\\/][^\s"'`]+/giu,
];
/** Names on the web, and of files. */
const names =
  /(?<![^\s<("'`])(?:[a-z\d_-]+\.)+(?:com|org|net|io|dev|app|co|gov|edu|info|eu|de|uk|fr|es|it|nl|ch|at|ru|cn|jp|kr|br|txt|pdf|csv|json|html?|png|jpe?g|docx?|xlsx?|md|zip)(?![\p{L}\p{N}_-])/giu;

/**
 * A line in which dates, times, addresses of the web and of mail, and names of files are one mark each. They have digits, and
 * none is a code.
 */
export function withoutNoCodes(line: string): string {
  let text = line;
  if (/[@/\\]|www\./i.test(text)) for (const one of addresses) text = text.replace(one, blank);
  if (text.includes('.')) text = text.replace(names, blank);
  if (/\d/.test(text)) for (const one of [...dates, times]) text = text.replace(one, blank);
  return text;
}
