import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { kindOf, kindOfFile } from '../../../../src-renderer/reading/file-kind';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['pdf', '%PDF-1.7\n%\xe2\xe3'],
  ['pdf', 'a few bytes of a mail before it\r\n%PDF-1.4'],
  ['picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['picture', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['picture', 'BM\x36\0\0\0\0\0\0\0'],
  ['picture', '\0\0\0\x1cftypavif'],
  ['other-picture', '\0\0\0\x18ftypheic'],
  ['other-picture', 'II*\0\x08\0\0\0'],
  ['other', 'PK\x03\x04\x14\0'],
  ['other', 'MZ\x90\0\x03'],
  ['html', '<!DOCTYPE html><html>'],
  ['html', '\xef\xbb\xbf\n<!-- saved from a page -->\n<html lang="en">'],
  ['html', '<table><tr><td>abcd</td></tr></table>'],
  ['text', 'abcd-efgh\r\nijkl-mnop\t1\x0c'],
  ['text', 'BMW-1234\nBMW-5678'],
  ['text', '\xff\xfea\0b\0c\0'],
  ['text', '<3 my codes'],
  ['text', '{"codes":["abcd"]}'],
  ['text', ''],
] as const)('it is %s by its first bytes: %j', (kind, bytes) => {
  expect(kindOf(latin1(bytes))).toBe(kind);
});

test('a file that is too large is not even opened', async () => {
  const large = new Blob(['x']);
  Object.defineProperty(large, 'size', { value: limits.fileToRead + 1 });
  large.slice = () => {
    throw new Error('it was read');
  };
  await expect(kindOfFile(large)).rejects.toEqual(new AppError('read-too-large'));
});

test('a file that has gone says so', async () => {
  const gone = new Blob(['x']);
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as unknown as Blob;
  await expect(kindOfFile(gone)).rejects.toEqual(new AppError('file-unreadable'));
});
