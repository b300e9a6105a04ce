import type { Rich } from './rich';

/** A sentence, one with parts that stand out, or what makes one of them out of values; or a table of those. */
export type Words = string | Rich | ((...values: never[]) => string | Rich | null) | WordTable;
export interface WordTable {
  readonly [name: string]: Words;
}

/** Gives the words of a section in another language. */
export type Translate = <T extends WordTable>(name: string, english: T) => T;

const sections = new Map<string, { readonly english: WordTable; readonly spoken: WordTable }>();
let translate: Translate = (_, english) => english;

/**
 * A section of the catalogue, in English. Sections are modules of their own, so that a screen which is loaded late
 * brings its words along; languages.ts names them all. What is given always speaks the language of now: read it when
 * it is shown, not when a module is loaded.
 *
 * @param name as in languages.ts
 */
export function section<T extends WordTable>(name: string, english: T): T {
  const spoken: T = { ...translate(name, english) };
  sections.set(name, { english, spoken });
  return spoken;
}

/** Speaks another language from now on. What is on the screen already stays as it is: call it before anything is shown. */
export function speak(next: Translate): void {
  translate = next;
  for (const [name, { english, spoken }] of sections) Object.assign(spoken, next(name, english));
}
