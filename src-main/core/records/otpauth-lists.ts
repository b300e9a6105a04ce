import { otpauthKey, readOtpauth } from './otpauth';

/** Those of some links that make codes which no link here makes, each once. */
export function newLinks(there: readonly string[], here: readonly string[]): string[] {
  const known = new Set(here.map(otpauthKey));
  return there.filter((link) => {
    const key = otpauthKey(link);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** Whether every link makes codes that one here makes, too, as far as its counter is. */
export const areAmong = (there: readonly string[], here: readonly string[]): boolean =>
  unitedLinks(there, here) === here;

/**
 * The links of both lists, those that are here first: one for all that make the same codes, with the counter that is
 * further on, for no code is to be made twice.
 */
export function unitedLinks(there: readonly string[], here: readonly string[]): readonly string[] {
  const furthest = new Map<string, string>();
  for (const link of there) {
    const key = otpauthKey(link);
    if (countOf(link) > countOf(furthest.get(key))) furthest.set(key, link);
  }
  const raised = here.map((link) => {
    const other = furthest.get(otpauthKey(link));
    return countOf(other) > countOf(link) ? (other ?? link) : link;
  });
  const others = newLinks(there, here).map((link) => furthest.get(otpauthKey(link)) ?? link);
  const isSame = others.length === 0 && raised.every((link, place) => link === here[place]);
  return isSame ? here : [...raised, ...others];
}

/** -1 for no link. */
const countOf = (link: string | undefined): number =>
  link === undefined ? -1 : (readOtpauth(link)?.count ?? 0);
