/** What ends a time that says its zone: `Z`, `GMT`, `+02:00`, `GMT+0200 (CEST)`; and a date alone, which is UTC anyway. */
const zoned = /(?:[+-]\d\d(?::?\d\d)?(?:\s*\(.*\))?|(?<!\d\s*[ap])[a-z])\s*$/i;

/**
 * Reads a time as services write it: of ISO 8601 or an HTTP date (RFC 9110). One without a zone is UTC, whatever zone this
 * computer is in: servers leave it out where they mean UTC, and the asctime form of HTTP dates has none.
 *
 * @returns epoch milliseconds; null for what is no time
 */
export function readMoment(text: string): number | null {
  const at = Date.parse(zoned.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? null : at;
}
