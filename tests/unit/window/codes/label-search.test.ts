import { expect, test } from 'vitest';
import { labelSearch } from '../../../../src-renderer/words/label-search';

test.each([
  ['', 'Bank', true],
  ['   ', 'Bank', true],
  ['bank', 'My Bank, private', true],
  ['private my', 'My Bank, private', true],
  ['cafe', 'Café Zürich', true],
  ['CAFÉ', 'cafe', true],
  ['an', 'Bank', true],
  ['bank work', 'My Bank, private', false],
  ['banks', 'Bank', false],
  ['.*', 'Bank', false],
])('“%s” in “%s”: %s', (search, label, found) => {
  expect(labelSearch(search)(label)).toBe(found);
});
