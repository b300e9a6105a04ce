import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { readServiceUrl } from '../../../../src-main/core/records/service-url';

/** The code that a text is refused with, or what it was read as. */
function refusal(typed: string): string {
  try {
    return `read as ${readServiceUrl(typed)}`;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('readServiceUrl', () => {
  it.each([
    ['https://api.equinix.com/metal/v1', 'https://api.equinix.com/metal/v1'],
    ['  https://service.test/v1/  ', 'https://service.test/v1'],
    ['https://service.test///', 'https://service.test'],
    ['HTTPS://Service.TEST/V1', 'https://service.test/V1'],
    ['https://service.test:8443/v1', 'https://service.test:8443/v1'],
    ['https://service.test:443', 'https://service.test'],
    ['https://service.test/a/../b', 'https://service.test/b'],
    ['https://service.test/%2e%2e/b', 'https://service.test/b'],
    ['https://bücher.test/v1', 'https://xn--bcher-kva.test/v1'],
    ['https://192.0.2.1/v1', 'https://192.0.2.1/v1'],
    ['https://[2001:db8::1]/v1', 'https://[2001:db8::1]/v1'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://LOCALHOST:8787/', 'http://localhost:8787'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://0x7f000001', 'http://127.0.0.1'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
  ])('reads %j', (typed, url) => {
    expect(readServiceUrl(typed)).toBe(url);
    expect(readServiceUrl(url)).toBe(url);
  });

  it.each([
    'http://example.com',
    'http://127.0.0.1.evil.test',
    'http://localhost.evil.test',
    'http://localhost.',
    'http://evil.test/127.0.0.1',
    'http://evil.test:80/localhost',
    'http://127.evil.test',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'http://192.168.0.1',
    'http://169.254.169.254/latest',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://[fe80::1]',
    'http://localhost.xn--bcher-kva.test',
    'http://①②⑧.0.0.1',
  ])('lets no token out in the clear to %j', (typed) => {
    expect(refusal(typed)).toBe('service-url-not-secure');
  });

  it.each([
    '',
    ' ',
    'service.test',
    '//service.test',
    'https:',
    'https://',
    'https:///',
    'https:service.test',
    'https:/service.test',
    'ftp://service.test',
    'file:///etc/passwd',
    'javascript://service.test/%0aalert(1)',
    'data:text/html,x',
    'ws://service.test',
    'https://ada@service.test',
    'https://ada:secret@service.test',
    'https://@service.test',
    'https://:@service.test',
    'http://127.0.0.1@evil.test',
    'http://localhost:80@evil.test',
    'https://service.test/?a=b',
    'https://service.test?',
    'https://service.test/#top',
    'https://service.test#',
    'https://service.test/a b',
    'https://service.test/\tv1',
    'https://serv\tice.test',
    'https://serv\nice.test',
    'https://service.test\\@evil.test',
    'https:\\\\service.test',
    'https://service.test:99999',
    'https://service.test:port',
    'https://service .test',
    'https://serv<ice.test',
    'https://[::1',
    'https://999.1.1.1',
    'https://%00.test',
    'https://\u0000service.test',
    `https://service.test/${'a'.repeat(limits.serviceUrl)}`,
    `https://${'a.'.repeat(5_000)}test`,
    'x'.repeat(10_000),
  ])('refuses %j', (typed) => {
    expect(refusal(typed)).toBe('service-url-invalid');
  });

  it('refuses a URL whose normal form is longer than any that can be kept', () => {
    const typed = `https://service.test/${'ü'.repeat(100)}`;
    expect(typed.length).toBeLessThan(limits.serviceUrl);
    expect(refusal(typed)).toBe('service-url-invalid');
  });

  it('says nothing of what was typed in its error', () => {
    expect.assertions(1);
    try {
      readServiceUrl('https://ada:secret@service.test');
    } catch (error) {
      expect(String(error)).toBe('AppError: service-url-invalid');
    }
  });
});
