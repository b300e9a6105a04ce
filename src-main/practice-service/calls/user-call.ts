import type { Practice } from './practice';
import { json, type Reply } from '../http/reply';
import type { State } from '../state/state';

/** The account's email, also the label in authenticator apps. */
export const EMAIL = 'practice@example.test';

/** GET /user: whose token this is. */
export function readUser({ store }: Practice): Reply {
  return json(200, describeUser(store.current));
}

/** The User schema. */
export function describeUser(state: Readonly<State>): Readonly<Record<string, string | null>> {
  return {
    id: state.userId,
    email: EMAIL,
    full_name: 'Practice Account',
    phone_number: state.phone,
    two_factor_auth: state.factor.kind === 'none' ? '' : state.factor.kind,
  };
}
