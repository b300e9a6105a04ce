import { AppError, type ErrorCode } from '#contract/errors';
import type { OtpApi } from '../service/otp-api';
import type { Caller } from '../service/service-http';
import type { State } from '../state/state';

const refused: ReadonlySet<ErrorCode> = new Set(['token-refused']);
/** Something answers, and it is not what was meant: most likely a slip in the URL. */
const notThisService: ReadonlySet<ErrorCode> = new Set([
  ...refused,
  'not-this-api',
  'redirect-refused',
  'answer-not-understood',
  'connection-not-trusted',
]);

/**
 * Asks a service whose token it is, and notes the end of the phone number that it tells.
 *
 * @param urlIsNew also an answer that is not of this kind of service is a failure then
 * @returns false when the service could not be asked
 * @throws AppError `token-refused`; with a new URL `not-this-api`, `redirect-refused`, `answer-not-understood`,
 * `connection-not-trusted`
 */
export async function checkToken(
  { api, state }: { readonly api: OtpApi; readonly state: State },
  accountId: string,
  caller: Caller,
  urlIsNew: boolean,
): Promise<boolean> {
  try {
    const { phoneEnding } = await api.whoAmI(caller);
    // A pause was asked of whom the token stood for.
    Object.assign(state.recall(accountId), { phoneEnding, verifyWaitUntil: null });
    return true;
  } catch (error) {
    const stops = urlIsNew ? notThisService : refused;
    if (error instanceof AppError && !stops.has(error.code)) return false;
    throw error;
  }
}
