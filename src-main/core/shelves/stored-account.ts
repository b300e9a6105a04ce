import type { LocalAccount } from '../vault/local';

/** An account with a service, as the app knows it: what is in the store, and what this computer alone has of it. */
export interface StoredAccount extends Omit<LocalAccount, 'practice'> {
  readonly label: string;
  readonly kind: 'practice' | 'own';
  /** Empty for the practice service, whose port is not known before it runs. */
  readonly serviceUrl: string;
  readonly tokenPrefix: '' | 'Bearer';
  /** Set before new recovery codes are asked for, cleared when the outcome is known. */
  readonly recoveryInDoubt: boolean;
}

/** What this computer has of an account of which only the store knows: its token is still to come. */
export const unknownHere = (id: string): LocalAccount => ({
  id,
  practice: null,
  token: 'missing',
  session: null,
  texts: { sentAt: null, waitUntil: null, asked: 0 },
  sunset: null,
  addressConfirmed: false,
});
