import * as v from 'valibot';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a host is this computer, whatever a resolver or a file of hosts says.
 *
 * @param hostname as URL gives it
 */
export const isThisComputer = (hostname: string): boolean => loopback.test(hostname);

/**
 * Reads what a person typed as a service's URL.
 *
 * @returns the URL in normal form, without a slash at its end: `https://host[:port][/path]`.
 * @throws AppError `service-url-invalid` for anything but a plain http(s) address (a user name, a query or a
 * fragment has no place in it); `service-url-not-secure` for http to any other machine than this one.
 */
export function readServiceUrl(typed: string): string {
  const text = typed.trim();
  if (text.length > limits.serviceUrl || !/^https?:\/\/[^\s\\]+$/i.test(text)) {
    throw new AppError('service-url-invalid');
  }
  const url = parse(text);
  // An empty query or fragment leaves no trace in `search` and `hash`, so the text itself is asked.
  const extras = url.username !== '' || url.password !== '' || /[?#@]/.test(text);
  if (extras || url.hostname === '') throw new AppError('service-url-invalid');
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) throw new AppError('service-url-not-secure');
  // The normal form can be longer than what was typed, by its percent signs.
  if (url.href.length > limits.serviceUrl) throw new AppError('service-url-invalid');
  return url.href.replace(/\/+$/, '');
}

/** Whether `readServiceUrl` takes a text. */
function isServiceUrl(text: string): boolean {
  try {
    readServiceUrl(text);
    return true;
  } catch {
    return false;
  }
}

/** A service's URL out of a file, in normal form: what else stands there would look like another address. */
export const serviceUrl = v.pipe(v.string(), v.check(isServiceUrl), v.transform(readServiceUrl));

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new AppError('service-url-invalid');
  }
}
