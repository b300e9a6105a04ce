/**
 * The forms of a passphrase in which a file may have been sealed by it: as Latchkey seals (NFC), as it was typed, and with
 * accents apart (NFD), which is what some keyboards and file systems give to programs that take the bytes as they come.
 *
 * @returns each once, the likeliest first: one where all are alike, and three at most, for each costs as much as the first
 */
export const passphraseForms = (typed: string): string[] => [
  ...new Set([sealingForm(typed), typed, typed.normalize('NFD')]),
];

/** The form that Latchkey seals by: the same word typed on another system would not open the file otherwise. */
export const sealingForm = (typed: string): string => typed.normalize('NFC');
