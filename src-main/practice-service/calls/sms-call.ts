import type { Practice } from './practice';
import { randomSmsCode } from './random-codes';
import { empty, failure, type Reply } from '../http/reply';
import type { PracticeMessage } from '../service';
import type { State } from '../state/state';

const LIFE_MS = 5 * 60_000;
const PAUSE_MS = 30_000;

type Outcome =
  | { readonly kind: 'no-phone' }
  | { readonly kind: 'too-soon'; readonly nextAt: number }
  | { readonly kind: 'sent'; readonly message: PracticeMessage };

/** POST /user/otp/sms/receive: sends a code, and with it ends the one before. */
export async function receiveSms(practice: Practice): Promise<Reply> {
  const now = practice.now();
  const outcome = await practice.store.change((draft) => sendCode(draft, now));
  switch (outcome.kind) {
    case 'no-phone':
      return failure(422, 'There is no phone number on this account');
    case 'too-soon': {
      const seconds = Math.ceil((outcome.nextAt - now) / 1000);
      const headers = { ...rateLimit(outcome.nextAt), 'Retry-After': String(seconds) };
      return failure(429, `A code was just sent, try again in ${seconds} s`, headers);
    }
    case 'sent':
      practice.deliver(outcome.message);
      return empty(204, rateLimit(now + PAUSE_MS));
  }
}

function sendCode(draft: State, now: number): Outcome {
  if (draft.phone === null) return { kind: 'no-phone' };
  const since = now - (draft.sms?.sentAt ?? -Infinity);
  // A code "from the future" means that the clock was set back: nobody should wait for that.
  if (since >= 0 && since < PAUSE_MS) return { kind: 'too-soon', nextAt: now - since + PAUSE_MS };
  const code = randomSmsCode(draft.sms?.code);
  draft.sms = { code, sentAt: now, expiresAt: now + LIFE_MS, wrongTries: 0, used: false };
  return { kind: 'sent', message: { at: now, to: draft.phone, code } };
}

/** The headers that packngo reads: one SMS for each pause, and none left until `nextAt`, sent in unix seconds. */
function rateLimit(nextAt: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': '1',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': String(Math.ceil(nextAt / 1000)),
  };
}
