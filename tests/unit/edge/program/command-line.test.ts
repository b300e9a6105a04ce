import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isQuickVerifyLink,
  ownArguments,
  readCommandLine,
  refusedForSwitches,
  sealedFile,
  takeLanguage,
} from '../../../../src-main/edge/program/command-line';

describe('the profile folder', () => {
  it.each([
    [[], null],
    [['--no-sandbox', '--remote-debugging-port=0', '--hidden'], null],
    [['--profile-dir', '/tmp/a profile'], '/tmp/a profile'],
    [['--profile-dir=/tmp/profile'], '/tmp/profile'],
    [['--profile-dir=/tmp/a=b'], '/tmp/a=b'],
    [['--no-sandbox', '--profile-dir', '/tmp/profile', '--hidden'], '/tmp/profile'],
    [['--profile-dir', 'here'], path.resolve('here')],
    [['--profile-dir=../there'], path.resolve('../there')],
    [['--profile-dir', '/tmp/one', '--profile-dir=/tmp/two'], '/tmp/two'],
  ])('%j means %j', (args, profileDir) => {
    expect(readCommandLine(args).profileDir).toBe(profileDir === null ? null : path.resolve(profileDir));
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

describe('what a start shows', () => {
  it.each([
    [[], 'window'],
    [['--quick-verify'], 'quick-verify'],
    [['--hidden'], 'nothing'],
    [['--hidden', '--quick-verify'], 'quick-verify'],
    [['--quick-verify', '--hidden'], 'quick-verify'],
    [['latchkey://quick-verify'], 'quick-verify-by-link'],
    [['latchkey://quick-verify/?code=123456#now'], 'quick-verify-by-link'],
  ])('%j shows %s', (args, wish) => {
    expect(readCommandLine(args).wish).toBe(wish);
  });

  it.each([
    ['latchkey://quick-verify', true],
    ['LATCHKEY://Quick-Verify/', true],
    ['latchkey://quick-verify?account=x', true],
    ['latchkey://quick-verify-x', false],
    ['latchkey://quick-verify@evil.test', false],
    ['latchkey://verify/123456', false],
    ['latchkey:quick-verify', false],
    ['https://quick-verify', false],
    [' latchkey://quick-verify', false],
  ])('the link %j: %s', (link, opens) => {
    expect(isQuickVerifyLink(link)).toBe(opens);
  });

  it('help and version are asked for', () => {
    expect(readCommandLine(['--help']).ask).toBe('help');
    expect(readCommandLine(['-h']).ask).toBe('help');
    expect(readCommandLine(['--version']).ask).toBe('version');
    expect(readCommandLine(['--hidden']).ask).toBeNull();
  });
});

describe('a file to restore from', () => {
  it.each([
    [['/tmp/kit.age'], '/tmp/kit.age'],
    [['kit.age'], path.resolve('kit.age')],
    [['/tmp/My Kit.AGE'], '/tmp/My Kit.AGE'],
    [['--', '/tmp/kit.age'], '/tmp/kit.age'],
    [['--quick-verify', '/tmp/kit.age', '--hidden'], '/tmp/kit.age'],
    [['/tmp/kit.age', 'latchkey://quick-verify'], '/tmp/kit.age'],
    [['/tmp/one.age', '/tmp/two.age'], '/tmp/two.age'],
    [['file:///tmp/My%20Kit.age'], '/tmp/My Kit.age'],
  ])('%j shows it', (args, file) => {
    expect(readCommandLine(args)).toMatchObject({ wish: 'restore', file });
  });

  it.each([
    '/tmp/kit.txt',
    '/tmp/kit.age/',
    '--kit.age',
    'https://example.com/kit.age',
    'file://another-computer/kit.age',
    'file:///tmp/%00kit.txt',
    'file:///tmp/%E0%A4%A.age',
  ])('%j is none', (named) => {
    expect(named.startsWith('https:') ? null : sealedFile(named)).toBeNull();
  });
});

describe('arguments that are not ours', () => {
  it.each([
    '--no-sandbox',
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--enable-logging=stderr',
    '--disable-gpu',
    '--force-device-scale-factor=2',
    '--ozone-platform-hint=auto',
    '--enable-features=UseOzonePlatform',
    '--user-data-dir=/tmp/x',
    '--password-store=basic',
    '--lang=de',
    '--js-flags=--expose-gc',
    '--v=1',
    '-psn_0_12345',
  ])('%s passes', (arg) => {
    expect(readCommandLine([arg])).toEqual({ profileDir: null, wish: 'window', file: null, ask: null });
  });

  it.each([
    '--quick-verfy',
    '--quickverify',
    '--quick-verify=1',
    '--hiden',
    '--hidden=true',
    '--profile-directory=/tmp/profile',
    '--profile-dirs',
    '-profile-dir',
    '--profile',
    '--versions',
    '-q',
    'quick-verify',
    '.',
    '/etc/passwd',
  ])('%s is unknown', (arg) => {
    expect(() => readCommandLine([arg])).toThrow(/Latchkey does not know .*See --help\./);
    expect(() => readCommandLine([arg])).toThrow(arg);
  });

  it('a link with a code in it is refused and not repeated', () => {
    const refused = (): unknown => readCommandLine(['latchkey://verify/123456']);
    expect(refused).toThrow('Latchkey knows one link only: latchkey://quick-verify');
    expect(refused).not.toThrow('123456');
  });
});

describe('the language of those who work on Latchkey', () => {
  it.each([
    [['--words=pseudo', '--hidden'], 'pseudo', ['--hidden']],
    [['--hidden', '--words=marked'], 'marked', ['--hidden']],
    [['--words=klingon'], null, ['--words=klingon']],
    [[], null, []],
  ])('%j asks for %s', (args, language, others) => {
    expect(takeLanguage(args)).toEqual({ language, others });
  });

  it('is an unknown option to everybody else', () => {
    expect(() => readCommandLine(['--words=pseudo'])).toThrow('--words=pseudo');
  });
});

describe('of a whole command line', () => {
  it.each([
    [['/opt/Latchkey/latchkey', '--hidden'], null, ['--hidden']],
    [['electron', '.', '--hidden'], '.', ['--hidden']],
    [['electron', '--no-sandbox', '--inspect=0', '.', '--quick-verify'], '.', ['--quick-verify']],
    [['electron', '-r', './loader.js', '.', '--hidden'], '.', ['--hidden']],
    [['electron', 'main.js', '--hidden'], '/elsewhere', ['--hidden']],
    [['electron', '.'], '.', []],
  ])('%j in %j, these are ours: %j', (argv, folder, own) => {
    expect(ownArguments(argv, folder)).toEqual(own);
  });
});

describe('a package that an ordinary person starts', () => {
  const packaged = { isPackaged: true, isRoot: false };
  const given =
    (...switches: string[]) =>
    (name: string): boolean =>
      switches.includes(name);

  it.each(['no-sandbox', 'disable-setuid-sandbox', 'single-process', 'disable-web-security'])(
    'is refused with --%s, by a sentence that names it',
    (name) => {
      expect(refusedForSwitches(given('ozone-platform', name), packaged)).toContain(`--${name}:`);
    },
  );

  it.each([[], ['remote-debugging-port'], ['disable-gpu', 'ozone-platform', 'proxy-server']])(
    'starts with %j',
    (...switches) => {
      expect(refusedForSwitches(given(...switches), packaged)).toBeNull();
    },
  );

  it.each([
    { isPackaged: true, isRoot: true },
    { isPackaged: false, isRoot: false },
  ])('starts without a sandbox where that must be: %j', (how) => {
    expect(refusedForSwitches(given('no-sandbox'), how)).toBeNull();
  });
});
