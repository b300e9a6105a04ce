import { randomUUID } from 'node:crypto';

/** The newest SMS code; times in epoch milliseconds. Older ones are forgotten, so they are simply wrong. */
export interface SmsCode {
  readonly code: string;
  readonly sentAt: number;
  expiresAt: number;
  wrongTries: number;
  used: boolean;
}

/** One recovery code. Used ones are remembered so that a second try gets words of its own. */
export interface RecoveryCode {
  readonly code: string;
  used: boolean;
}

/** A session token that verify gave out, as a hash. */
export interface Session {
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** The second factor of the account; `secret` is hexadecimal, `lastStep` the last TOTP time step that was used. */
export type Factor =
  | { readonly kind: 'none' }
  | { readonly kind: 'sms' }
  | { readonly kind: 'app'; readonly secret: string; lastStep: number };

/** Everything that survives a restart. Tokens are here as SHA-256 alone. */
export interface State {
  readonly version: 1;
  readonly userId: string;
  tokenHashes: string[];
  sessions: Session[];
  phone: string | null;
  factor: Factor;
  /** The secret of an otpauth URI that was given out but not yet proven; hexadecimal. */
  pendingSecret: string | null;
  sms: SmsCode | null;
  /** null: none were ever generated. */
  recoveryCodes: RecoveryCode[] | null;
}

/** A new account: protected by SMS when it has a phone. */
export function freshState(phone: string | null): State {
  return {
    version: 1,
    userId: randomUUID(),
    tokenHashes: [],
    sessions: [],
    phone,
    factor: { kind: phone === null ? 'none' : 'sms' },
    pendingSecret: null,
    sms: null,
    recoveryCodes: null,
  };
}

/** Gives the account another phone or none; what depended on the old one goes with it. */
export function changePhone(draft: State, phone: string | null): void {
  if (phone === draft.phone) return;
  draft.phone = phone;
  draft.sms = null;
  if (phone === null && draft.factor.kind === 'sms') draft.factor = { kind: 'none' };
}
