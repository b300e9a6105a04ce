import { readBox } from './used-marks';

const bullet = /^(?:[-*+•▪◦‣·●○■□➤►→>#]+\s+|[•▪◦‣·●○■□➤►]+\s*)/u;
const mostLayers = 6;

/** A cell without the bullets and boxes in front of it, and what they say. */
export interface Peeled {
  readonly rest: string;
  readonly by: 'box' | 'tick' | null;
}

export function peel(text: string): Peeled {
  let rest = text.trim();
  let by: Peeled['by'] = null;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const boxed = readBox(rest);
    const bare = boxed.rest.replace(bullet, '');
    if (bare === rest) break;
    by = by ?? boxed.by;
    rest = bare;
  }
  return { rest, by };
}

/** Dashes that touch what stands behind them are bullets where all cells have one. */
export const withoutGluedDashes = (texts: readonly string[]): readonly string[] =>
  texts.length > 1 && texts.every((text) => /^-[^\s-]/.test(text))
    ? texts.map((text) => text.slice(1))
    : texts;
