import { describe, expect, it } from 'vitest';
import texts from '../../../../vectors/recovery-code-texts/texts.json' with { type: 'json' };
import { codesIn, usedIn } from './proposed';

interface Text {
  readonly name: string;
  readonly layout: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly used?: readonly string[];
}

describe('a text as sites hand it out', () => {
  it.each(texts as readonly Text[])('is understood: $name ($layout)', ({ text, codes, used = [] }) => {
    expect(codesIn(text)).toEqual(codes);
    expect(usedIn(text)).toEqual(used);
  });
});
