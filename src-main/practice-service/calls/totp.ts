import { createHmac } from 'node:crypto';
import { sameText } from '../state/secret-text';

const STEP_MS = 30_000;
/** RFC 4648 section 6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six-digit TOTP code of a time step (RFC 6238, HMAC-SHA-1, truncated as in RFC 4226 section 5.3). */
export function totpCode(secretHex: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', Buffer.from(secretHex, 'hex')).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/**
 * The 30-second time step a code belongs to: this one, the last or the next, as RFC 6238 section 5.2 allows for
 * clocks that differ; undefined when it belongs to none. `now` in epoch milliseconds.
 */
export function totpStep(secretHex: string, code: string, now: number): number | undefined {
  const current = Math.floor(now / STEP_MS);
  const steps = [current - 1, current, current + 1].filter((step) => step >= 0);
  return steps.filter((step) => sameText(totpCode(secretHex, step), code)).at(-1);
}

/** The `otpauth://totp/…` URI that authenticator apps scan (Key URI Format of google-authenticator). */
export function otpauthUri(secretHex: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const secret = base32(Buffer.from(secretHex, 'hex'));
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}

/** RFC 4648 base32 without padding, as the Key URI Format asks for. */
function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[parseInt(group.padEnd(5, '0'), 2)]).join('');
}
