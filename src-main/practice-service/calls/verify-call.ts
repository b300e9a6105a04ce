import type { CallRequest, Practice } from './practice';
import { randomToken } from './random-codes';
import { redeem, type Verdict } from './redeem';
import { empty, failure, json, type Reply } from '../http/reply';
import { sha256 } from '../state/secret-text';
import { describeUser } from './user-call';

const SESSION_MS = 60 * 60_000;

const WORDS: Readonly<Record<Exclude<Verdict, 'accepted'>, string>> = {
  wrong: 'The code is not valid',
  expired: 'The code has expired, request a new one',
  used: 'The code has already been used',
  'worn-out': 'The code was blocked after too many attempts, request a new one',
};

/** POST /user/otp/verify/{otp}: uses a code up; gives a session token where the service was started to do so. */
export async function verifyCode(practice: Practice, { otp }: CallRequest): Promise<Reply> {
  const code = decode(otp);
  if (code === null) return failure(400, 'The code is not properly percent-encoded');
  const now = practice.now();
  const token = randomToken();
  const expiresAt = now + SESSION_MS;
  const verdict = await practice.store.change((draft) => {
    const outcome = redeem(draft, code, now, ['sms', 'recovery', 'app']);
    if (outcome === 'accepted' && practice.sessionTokens) {
      draft.sessions = draft.sessions.filter((session) => session.expiresAt > now);
      draft.sessions.push({ hash: sha256(token), expiresAt });
    }
    return outcome;
  });
  if (verdict !== 'accepted') return failure(practice.wrongCodeStatus, WORDS[verdict]);
  if (!practice.sessionTokens) return empty(204);
  const user = describeUser(practice.store.current);
  return json(200, { token, expires_at: new Date(expiresAt).toISOString(), user });
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
