import type { Practice } from './practice';
import { randomRecoveryCodes } from './random-codes';
import { failure, json, type Reply } from '../http/reply';
import type { State } from '../state/state';

/** GET /user/otp/recovery-codes: the codes that are still unused. */
export function readRecoveryCodes({ store }: Practice): Reply {
  const state = store.current;
  if (!mayHaveCodes(state)) return noFactor();
  if (state.recoveryCodes === null) return failure(404, 'No recovery codes were generated yet');
  return codeList(state);
}

/** POST /user/otp/recovery-codes: ten new codes; those before are void. */
export async function regenerateRecoveryCodes({ store }: Practice): Promise<Reply> {
  return await store.change((draft) => {
    if (!mayHaveCodes(draft)) return noFactor();
    draft.recoveryCodes = randomRecoveryCodes().map((code) => ({ code, used: false }));
    return codeList(draft);
  });
}

/** Recovery codes stand in for a second factor, so an account that can have none has no use for them. */
function mayHaveCodes(state: Readonly<State>): boolean {
  return state.phone !== null || state.factor.kind !== 'none';
}

function noFactor(): Reply {
  return failure(422, 'This account has neither a phone number nor an authenticator app');
}

function codeList({ recoveryCodes }: Readonly<State>): Reply {
  const unused = (recoveryCodes ?? []).filter(({ used }) => !used);
  return json(200, { recovery_codes: unused.map(({ code }) => code) });
}
