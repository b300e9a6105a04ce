import { describe, expect, it } from 'vitest';
import { codeInMessage, codesInMessage } from '#contract/code-in-message';
import { withPlainDigits } from '#contract/plain-digits';

describe('the code of a message', () => {
  it.each([
    ['Your code is 062 438. Don\u2019t share it.', '062438'],
    ['G-123456', '123456'],
    ['G-123456 is your verification code.', '123456'],
    ['code:123456', '123456'],
    ['Use 482913 to sign in.\n\n@example.com #482913', '482913'],
    ['Valid in 123456 minutes\n@example.com #4829', '4829'],
    ['@example.com #123456', '123456'],
    ['【微信】您的验证码是123456，请在5分钟内输入。', '123456'],
    ['認証コード：123456。他の人に教えないでください。', '123456'],
    ['인증번호 [123456]를 입력하세요', '123456'],
    ['รหัส OTP ของคุณคือ123456', '123456'],
    ['رمز التحقق الخاص بك هو ١٢٣٤٥٦', '123456'],
    ['आपका कोड १२३४ है', '1234'],
    ['Ihr Best\u00e4tigungscode lautet 12 34 56.', '123456'],
    ['Votre code : 123\u2011456', '123456'],
    ['Your PIN is 4821', '4821'],
    ['Your code is 482913 to pay EUR 1,250.00 on 2026-11-28 at 12:30. Call +15551234567.', '482913'],
    ['Meet me at the door, 482913', '482913'],
    ['123456 is your code, again: 123456', '123456'],
  ])('of %j is %s', (message, code) => {
    expect(codeInMessage(message)).toBe(code);
  });

  it.each([
    'hello world',
    'Meeting at 1430 in room 1204',
    'Summer 2026',
    'correct horse battery staple',
    'hunter#123456',
    'Tr0ub4dor&3',
    'abc123456',
    'acdef 34679',
    '123456',
    'Call 555-123-4567 please',
    'The bill is $123456',
    'See https://example.com/123456 for more',
    '2026年11月28日の会議',
    'a'.repeat(1000) + ' code 123456',
  ])('is not seen in %j', (text) => {
    expect(codesInMessage(text)).toEqual([]);
  });

  it('is none where a message has several', () => {
    expect(codesInMessage('Your code is 123456 or 654321')).toEqual(['123456', '654321']);
    expect(codeInMessage('Your code is 123456 or 654321')).toBeNull();
  });
});

it('the digits of every script are those that they stand for', () => {
  const digits = Array.from({ length: 0x11_0000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((character) => /\p{Nd}/u.test(character));
  expect(digits.length).toBeGreaterThan(600);
  const read = digits.map(withPlainDigits).join('');
  expect(read).toMatch(/^(?:0123456789)+$/);
  expect(read).toHaveLength(digits.length);
});
