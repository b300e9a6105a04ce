import { describe, expect, it } from 'vitest';
import { paperParts } from '../../../../../src-main/core/backup/kit/paper-parts';

const lines = (count: number): string[] => Array.from({ length: count }, (_, place) => `line ${place}`);

describe('the parts of a text on paper', () => {
  it.each([1, 11, 12, 13, 24, 100])('are the text again, of %i lines', (count) => {
    for (const ending of ['', '\n']) {
      const text = lines(count).join('\n') + ending;
      const parts = paperParts(text);
      expect(parts.join('\n')).toBe(text);
      expect(parts.length).toBe(Math.ceil(count / 12));
      for (const part of parts) expect(part.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    }
  });
});
