import { describe, expect, it } from 'vitest';
import { passphraseForms } from '../../../src-main/edge/sealing/passphrase-forms';

const composed = 'Åse'.normalize('NFC');
const decomposed = composed.normalize('NFD');

describe('the forms of a passphrase that are tried', () => {
  it('are one where its letters have one form', () => {
    for (const typed of ['', 'lantern pebble orbit', '東京', 'ﬁne'])
      expect(passphraseForms(typed)).toEqual([typed]);
  });

  it('begin with the one that Latchkey seals by, and are three at most', () => {
    expect(passphraseForms(composed)).toEqual([composed, decomposed]);
    expect(passphraseForms(decomposed)).toEqual([composed, decomposed]);
    expect(passphraseForms(composed + decomposed)).toEqual([
      composed + composed,
      composed + decomposed,
      decomposed + decomposed,
    ]);
  });
});
