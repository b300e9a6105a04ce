import type { IncomingHttpHeaders } from 'node:http';
import { failure, type Reply } from './reply';
import { sameText, sha256 } from '../state/secret-text';
import type { State } from '../state/state';

/**
 * Turns away what no client of ours sends; null lets a request pass. A page in a browser can reach 127.0.0.1: by
 * fetch, which sends Origin, or through a name of its own that resolves here (DNS rebinding), which shows in Host.
 */
export function refuseBrowsers(headers: IncomingHttpHeaders): Reply | null {
  if (!/^(127\.0\.0\.1|localhost)(:\d{1,5})?$/i.test(headers.host ?? '')) {
    return failure(403, 'Access denied: the Host must be 127.0.0.1 or localhost');
  }
  if (headers.origin !== undefined) return failure(403, 'Access denied: not for web pages');
  return null;
}

/** Whether the header X-Auth-Token, raw or after `Bearer `, holds a token or a live session token. `now` in epoch ms. */
export function isKnownToken(state: Readonly<State>, header: string, now: number): boolean {
  const offered = sha256(header.replace(/^Bearer /i, ''));
  const sessions = state.sessions.filter((session) => session.expiresAt > now);
  const hashes = [...state.tokenHashes, ...sessions.map((session) => session.hash)];
  // Every hash is compared, so that the time does not tell which one it was.
  return hashes.filter((hash) => sameText(hash, offered)).length > 0;
}

/** Whether a header can carry a token as it is: visible ASCII characters alone. */
export function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

/** Adds a token to those accepted. Throws TypeError when it is not sendable. */
export function acceptToken(draft: State, token: string): void {
  if (!isSendable(token)) throw new TypeError('A token is one or more visible ASCII characters.');
  const hash = sha256(token);
  if (!draft.tokenHashes.includes(hash)) draft.tokenHashes.push(hash);
}
