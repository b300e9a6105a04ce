import { describe, expect, it } from 'vitest';
import { readCode } from '#contract/one-time-code';

describe('what is no code is told from codes', () => {
  it.each([
    'hello world',
    'hello-world',
    'password',
    'correct horse battery staple',
    'correct-horse-battery-staple',
    'correct-horse',
    'correct-horse-7',
    'Tr0ub4dor&3',
    'Tr0ub4dor & 3',
    'hunter2',
    'Summer2026',
    'MyPassword123',
    'letmein1',
    'password-sunshine',
    'blue-fish-1234',
    'catch-light',
    'lantern pebble orbit amber cliff saddle',
    'no code at all!',
    'ada@example.com',
    'пароль',
    'abcd efgh',
    'abcd',
  ])('%j reads as words', (text) => {
    expect(readCode(text)).toEqual({ refused: 'words' });
  });

  it.each([
    '4111 1111 1111 1111',
    '4111111111111111',
    '+491511234567',
    '+123456',
    '0151 2345678',
    '2026-11-28',
    '3f2b8c1e-9d4a-4f6b-8a7c-1e2d3f4a5b6c',
    'k7m2p4qd9xk7m2p4qd9xk7m2p4qd9x',
  ])('%j is another number, or a token', (text) => {
    expect(readCode(text)).toEqual({ refused: 'words' });
  });

  it.each([
    'acdef-34679',
    'k7m2p-4qd9x',
    'bcdfg-hjklm',
    'ABCD-efgh',
    'a1b2c3d4',
    '1a2b3c4d5e6f',
    'k7m2p4qd',
    'AB12-CD34-EF56',
    '12345678',
    '1234 5678',
    'ABCDE-FGH2J-KLMN3-PQRS4-TUVW5',
    'q7wd+81kz==',
    '1f2e-3d4c',
  ])('%j is sent as it is', (text) => {
    expect(readCode(text)).toEqual({ code: text });
  });
});
