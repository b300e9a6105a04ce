/** So many wrong passphrases in a row cost nothing: people mistype. */
const freeTries = 3;
const firstWait = 5_000;
const longestWait = 5 * 60_000;

/**
 * How long to wait after a wrong passphrase before the next one is tried. It holds up whoever sits at the keyboard;
 * whoever has the file is held up by scrypt alone.
 *
 * @param wrongTries how many were wrong in a row
 * @returns milliseconds; 0 when the next one may come at once
 */
export function waitAfter(wrongTries: number): number {
  if (wrongTries < freeTries) return 0;
  return Math.min(firstWait * 2 ** (wrongTries - freeTries), longestWait);
}

/** Until when no passphrase is tried (epoch milliseconds); null when one is. A clock that was set back locks nobody out. */
export function waitOf({ waitUntil }: { readonly waitUntil: number | null }, now: number): number | null {
  return waitUntil !== null && waitUntil > now && waitUntil <= now + longestWait ? waitUntil : null;
}
