import { expect, test } from 'vitest';
import { linesOf, type Piece } from '../../../../src-renderer/reading/pdf-lines';

const piece = (text: string, x: number, y: number, width = text.length * 6): Piece => ({
  text,
  x,
  y,
  width,
  height: 12,
});

test('pieces of one height are a line, whatever order they come in', () => {
  const pieces = [piece('efgh', 80, 114), piece('second', 20, 130), piece('abcd', 20, 113)];
  expect(linesOf(pieces)).toBe('abcd\tefgh\nsecond');
});

test('what touches is one word, a gap is a blank, a wide one a tab', () => {
  expect(linesOf([piece('abcd', 0, 20), piece('-', 24, 20), piece('1234', 30.5, 20)])).toBe('abcd-1234');
  expect(linesOf([piece('abcd', 0, 20), piece('1234', 28, 20)])).toBe('abcd 1234');
  expect(linesOf([piece('abcd', 0, 20), piece(' ', 24, 20, 40), piece('1234', 64, 20)])).toBe('abcd\t1234');
});

test('letters that are drawn twice to be bold are read once', () => {
  expect(linesOf([piece('abcd', 0, 20), piece('abcd', 0.4, 20), piece('abcd', 60, 20)])).toBe('abcd\tabcd');
});

test('paragraphs have an empty line between them', () => {
  expect(linesOf([piece('one', 0, 20), piece('two', 0, 34), piece('three', 0, 70)])).toBe(
    'one\ntwo\n\nthree',
  );
});
