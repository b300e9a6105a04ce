import { expect } from 'vitest';
import { makeApp, type World } from '../../../app/make-app';
import { empty } from '../../../fakes/fake-http';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { serviceUrl, snapshotOf, type Story, token, verify } from '../story';
import { firstAccount, firstId, firstSettings, secondId } from './first-settings';

export const passphrase = 'lantern pebble orbit';
export const session = 'session-token-1';
export const otherUrl = 'https://other.test/v1';
export const otherToken = 'token-of-grace-hopper';

/** What Latchkey 0.1.0 left of two accounts, the first of them with a session; nothing was started on it yet. */
export function leftByFirst(): Story {
  // Nothing but its fakes is gone on with.
  const world = makeApp();
  world.http.on(verify('123456'), empty(204));
  world.secrets.entries.set(`token:${firstId}`, token);
  world.secrets.entries.set(`session:${firstId}`, session);
  world.secrets.entries.set(`token:${secondId}`, otherToken);
  const held = { session: { expiresAt: null, place: 'keychain' } };
  const other = { id: secondId, label: 'Home', serviceUrl: otherUrl, tokenPrefix: 'Bearer' };
  const text = firstSettings(firstAccount(held), firstAccount(other));
  return { ...world, settingsFile: new MemorySettingsFile(text), accountId: firstId };
}

/** Unlocks it, where it is locked. */
export async function unlocked<Of extends World>(world: Of): Promise<Of> {
  if ((await snapshotOf(world)).lock.locked) await world.backend.unlock({ passphrase });
  return world;
}

/** Both accounts send their own tokens to their own addresses, and the session is there. */
export async function expectAllThere(story: Story, why = ''): Promise<void> {
  const { backend, http, desktop } = story;
  http.requests.length = 0;
  for (const accountId of [firstId, secondId]) await backend.verifyCode({ accountId, code: '123456' });
  expect(
    http.requests.map(({ url, headers }) => [url, headers['x-auth-token']]),
    why,
  ).toEqual([
    [`${serviceUrl}/user/otp/verify/123456`, token],
    [`${otherUrl}/user/otp/verify/123456`, `Bearer ${otherToken}`],
  ]);
  await desktop.copy('');
  await backend.copySessionToken({ accountId: firstId });
  expect(desktop.clipboard, why).toBe(session);
}
