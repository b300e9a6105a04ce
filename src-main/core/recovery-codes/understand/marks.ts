/*
 * Two characters of the private use area that stand in the text while it is read. Whoever uses them otherwise means an
 * icon, and loses nothing by their removal.
 */

/** Stands for what is surely no code: a date, a time, an address. */
export const blank = '\uE000';

/** Stands behind a word that is marked as used. */
export const used = '\uE001';

/** Takes out all that a font of icons drew. */
export const withoutIcons = (text: string): string => text.replace(/\p{Co}+/gu, ' ');
