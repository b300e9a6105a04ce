import type { Call, CallRequest, Practice } from './practice';
import { randomTotpSecret } from './random-codes';
import { redeem } from './redeem';
import { empty, failure, json, type Reply } from '../http/reply';
import { otpauthUri, totpStep } from './totp';
import { EMAIL } from './user-call';

/** POST /user/otp/app/receive: a new secret, in use once POST /user/otp/app proves that the app has it. */
export async function receiveAppSecret({ store }: Practice): Promise<Reply> {
  const secret = randomTotpSecret();
  await store.change((draft) => {
    draft.pendingSecret = secret;
  });
  return json(200, { otp_uri: otpauthUri(secret, 'Latchkey Practice', EMAIL) });
}

/** POST /user/otp/app: takes the new secret's code; from then on the app is the second factor. */
export async function enableApp({ store, now }: Practice, { otpToken }: CallRequest): Promise<Reply> {
  const at = now();
  return await store.change((draft) => {
    const secret = draft.pendingSecret;
    const step = secret === null ? undefined : totpStep(secret, otpToken, at);
    if (secret === null || step === undefined) return invalidOtp();
    draft.factor = { kind: 'app', secret, lastStep: step };
    draft.pendingSecret = null;
    return empty(200);
  });
}

/** POST /user/otp/sms: takes an SMS code; from then on SMS is the second factor. */
export async function enableSms({ store, now }: Practice, { otpToken }: CallRequest): Promise<Reply> {
  const at = now();
  return await store.change((draft) => {
    if (redeem(draft, otpToken, at, ['sms']) !== 'accepted') return invalidOtp();
    draft.factor = { kind: 'sms' };
    return empty(200);
  });
}

/** DELETE /user/otp/app and /user/otp/sms: takes any live code, and leaves the account without a second factor. */
export function disable(kind: 'app' | 'sms'): Call {
  return ({ store, now }, { otpToken }) => {
    const at = now();
    return store.change((draft) => {
      if (draft.factor.kind !== kind)
        return failure(404, `Two-factor authentication by ${kind} is not enabled`);
      if (redeem(draft, otpToken, at, ['sms', 'recovery', 'app']) !== 'accepted') return invalidOtp();
      draft.factor = { kind: 'none' };
      return empty(204);
    });
  };
}

/** In the words that were observed. */
function invalidOtp(): Reply {
  return failure(424, 'Invalid OTP');
}
