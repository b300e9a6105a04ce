import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { empty, json } from '../../../fakes/fake-http';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { contentsOf, oldIdentityEntry, identity } from '../vault/vault-world';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { serviceUrl, snapshotOf } from '../story';
import { firstAccount, firstId, firstSettings } from './first-settings';
import { insideVaultNow } from './kept-tokens';
import { asFirst } from '../restore/carried-vault';
import { startPractice, temporaryFolder } from '../../practice-service/practice-fixture';

const secret = 'what-lies-in-the-keychain';
const session = 'a-session-of-then';
const listed = 'acdef-11111';
const away = {
  ...{ accountId: firstId, serviceUrl: 'https://stranger.test/v1', saveUnchecked: true },
  ...{ token: 'typed', confirmedOrigin: 'https://stranger.test' },
};

/** Latchkey 0.1.0's profile with one account, which its settings call the practice service's, and a list of codes. */
async function startedOn(differs: object = {}): Promise<World> {
  const account = firstAccount({
    ...{ kind: 'practice', serviceUrl: '', session: { expiresAt: null, place: 'keychain' } },
    ...differs,
  });
  const settingsFile = new MemorySettingsFile(firstSettings(account));
  const fakes = makeApp();
  const set = {
    ...{ name: 'K7-4QD', fetchedAt: 1_000, replacedAt: null },
    codes: [{ code: listed, state: 'unused' as const, at: null, note: '' }],
  };
  const text = asFirst(contentsOf([{ id: firstId, label: 'Work', sets: [set] }]));
  const vaultFile = new MemoryVaultFile(await fakes.sealer.sealTo('age1fake0000', text));
  const world = makeApp({ ...fakes, vaultFile, settingsFile });
  world.secrets.entries.set(oldIdentityEntry, identity);
  world.secrets.entries.set(`token:${firstId}`, secret);
  world.secrets.entries.set(`session:${firstId}`, session);
  await world.app.warmUp();
  return world;
}

/** Every call that sends something, and every one that would have it sent elsewhere. */
async function callAll({ backend, http, practice }: World): Promise<void> {
  const accountId = firstId;
  http
    .on('GET /user', json(200, {}))
    .on('GET /user/otp/recovery-codes', json(200, { recovery_codes: [listed] }))
    .on(`POST /user/otp/verify/${listed}`, empty(204));
  for (const call of [
    () => backend.requestCode({ accountId }),
    () => backend.verifyCode({ accountId, code: listed }),
    () => backend.fetchRecoveryCodes({ accountId }),
    () => backend.generateRecoveryCodes({ accountId, withoutBackup: true }),
    () => backend.moveAccount(away),
  ])
    await call().catch(() => undefined);
  expect(http.requests.length).toBeGreaterThan(3);
  expect(practice.starts).toBeGreaterThan(0);
}

describe('the practice service’s account of Latchkey 0.1.0', () => {
  it('is taken over with its token as it lies there, bound to nothing, and asks for no yes', async () => {
    const world = await startedOn();
    expect(await snapshotOf(world)).toMatchObject({
      takenOver: null,
      accounts: [{ kind: 'practice', token: 'keychain', serviceUrl: '' }],
    });
    expect(insideVaultNow(world)).not.toContain(secret);
    expect(world.secrets.entries.get(`token:${firstId}`)).toBe(secret);
  });

  it('has nothing of it sent but to the practice service of this computer', async () => {
    const world = await startedOn();
    await callAll(world);
    const { url } = world.practice;
    expect(world.http.requests.filter((request) => !request.url.startsWith(`${url}/`))).toEqual([]);
    expect(world.http.requests.some(({ headers }) => headers['x-auth-token'] === secret)).toBe(true);
    expect(await codeOf(world.backend.moveAccount(away))).toBe('bad-input');
  });

  it('names no address: settings that give it one are damaged, and nothing is sent', async () => {
    const world = await startedOn({ serviceUrl: 'https://stranger.test/v1' });
    expect((await snapshotOf(world)).accounts).toEqual([]);
    expect(world.http.requests).toEqual([]);
  });
});

it('an account that somebody calls the practice service’s in those settings gives nobody its token', async () => {
  const world = await startedOn({ label: 'Work', addressConfirmed: true });
  expect((await snapshotOf(world)).takenOver).toBeNull();
  await callAll(world);
  const sent = JSON.stringify(world.http.requests);
  expect([serviceUrl, 'stranger.test'].filter((address) => sent.includes(address))).toEqual([]);
  expect(world.files.folders.size).toBe(0);
  // And this is what the practice service does with a token that is not its own.
  const stateFile = join(await temporaryFolder(), 'state.json');
  const { service } = await startPractice({ stateFile });
  await service.allowToken('another');
  const answer = await fetch(`${service.url}/user`, { headers: { 'x-auth-token': secret } });
  expect([answer.status, await answer.text()]).toEqual([401, '{"error":"Invalid authentication token"}']);
  expect(await readFile(stateFile, 'utf8')).not.toContain(secret);
});
