/** A pause beyond this comes from a clock that was set back; nobody is locked out by it. */
const longestPause = 24 * 3600 * 1_000;

/** Until when asking for another text is pointless (epoch milliseconds); null when it is not. */
export function pauseOf({ waitUntil }: { readonly waitUntil: number | null }, now: number): number | null {
  return waitUntil !== null && waitUntil > now && waitUntil <= now + longestPause ? waitUntil : null;
}
