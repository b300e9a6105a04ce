const between = '; ';

/** What was written on either side, once. */
export const partsOf = (one: string, other: string): string[] => [
  ...new Set([...one.split(between), ...other.split(between)].filter((part) => part !== '')),
];

/** One note of several parts. */
export const inOneNote = (parts: readonly string[]): string => parts.join(between);

/** Every part of both, once. However long it becomes: only what people write has a limit. */
export function joinNotes(there: string, here: string): string {
  if (there === here || there === '') return here;
  if (here === '') return there;
  return inOneNote(partsOf(here, there).sort());
}

/** Whether every part of a note stands in another one, too. */
export const isPartOf = (there: string, here: string): boolean =>
  there === here || partsOf(here, there).length === partsOf(here, '').length;
