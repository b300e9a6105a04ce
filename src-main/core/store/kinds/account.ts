import * as v from 'valibot';
import type { Kind } from './kind';

/** The entry has an account, whatever its address is. */
export interface AccountBody {
  readonly kind: 'account';
}

export const account: Kind<AccountBody> = {
  schema: v.object({ kind: v.literal('account') }),
  keepsAlive: true,
  goesWith: 'account',
  view: 'hasAccount',
  document: 'serviceUrl',
  compared: true,
};
