import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src-main/edge/command-line';

describe('the command line', () => {
  it.each([
    [[], null],
    [['.', '--no-sandbox', '--remote-debugging-port=0', '--hidden'], null],
    [['--profile-dir', '/tmp/a profile'], '/tmp/a profile'],
    [['--profile-dir=/tmp/profile'], '/tmp/profile'],
    [['--profile-dir=/tmp/a=b'], '/tmp/a=b'],
    [['.', '--no-sandbox', '--profile-dir', '/tmp/profile', '--hidden'], '/tmp/profile'],
    [['--profile-dir', 'here'], path.resolve('here')],
    [['--profile-dir=../there'], path.resolve('../there')],
    [['--profile-dir', '/tmp/one', '--profile-dir=/tmp/two'], '/tmp/two'],
    [['--profile-directory=/tmp/profile', '--profile-dirs', 'x', '-profile-dir', 'x'], null],
  ])('%j means the profile folder %j', (args, profileDir) => {
    expect(readCommandLine(args)).toEqual({
      profileDir: profileDir === null ? null : path.resolve(profileDir),
    });
  });

  it.each([
    [['--profile-dir']],
    [['--profile-dir=']],
    [['--profile-dir', '']],
    [['--profile-dir', '--hidden']],
    [['--profile-dir=--hidden']],
  ])('%j is refused in a sentence', (args) => {
    expect(() => readCommandLine(args)).toThrow('--profile-dir needs the name of a folder.');
  });
});
