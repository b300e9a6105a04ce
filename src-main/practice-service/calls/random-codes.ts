import { randomBytes, randomInt } from 'node:crypto';

/** Without both of each pair that look alike: 0 o, 1 i l, 2 z, 5 s, 8 b. */
const RECOVERY_ALPHABET = 'acdefghjkmnpqrtuvwxy34679';
const RECOVERY_CODES = 10;

/** A six-digit SMS code, another than the last one. */
export function randomSmsCode(last: string | undefined): string {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return code === last ? randomSmsCode(last) : code;
}

/** Ten different recovery codes `xxxxx-xxxxx`. */
export function randomRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(`${recoveryHalf()}-${recoveryHalf()}`);
  return [...codes];
}

/** A token of 256 random bits that is safe in a header and on a command line. */
export function randomToken(): string {
  return randomBytes(32).toString('hex');
}

/** A TOTP secret of 160 bits, the length RFC 4226 section 4 recommends; hexadecimal. */
export function randomTotpSecret(): string {
  return randomBytes(20).toString('hex');
}

function recoveryHalf(): string {
  return Array.from({ length: 5 }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join('');
}
