/**
 * Where a service's URL leads: scheme, host and port as they are spoken to, and nothing else. The host is in ASCII, so that
 * a lookalike in letters of another script shows as `xn--…`; the port is left out where it is the scheme's own.
 *
 * @returns null for what is no http(s) URL, or names a user
 */
export function originOf(serviceUrl: string): string | null {
  try {
    const { protocol, host, username, password } = new URL(serviceUrl.trim());
    const isPlain = /^https?:$/.test(protocol) && host !== '' && username === '' && password === '';
    return isPlain ? `${protocol}//${host}` : null;
  } catch {
    return null;
  }
}

/** Whether a part of the host's name is in letters of another script, which can look like ones that people know. */
export const hasOtherLetters = (origin: string): boolean => /(^|[/.])xn--/.test(origin);
