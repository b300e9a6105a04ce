import { expect, it } from 'vitest';
import { makeApp } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { damage, dice, graft } from './mutations';
import { appWithAccount, snapshotOf, verify } from '../story';

async function goodSettings(): Promise<string> {
  const story = await appWithAccount();
  story.http.on('GET /user', json(200, {}));
  story.http.on(verify('123456'), json(200, { token: 'session-1', expires_at: '2026-02-01T00:00:00Z' }));
  await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
  await story.backend.addPracticeAccount({ keepInMemory: true });
  return story.settingsFile.text ?? '';
}

it('a mutated settings file never keeps Latchkey from starting, is never lost, and never spoils the next one', async () => {
  const good = await goodSettings();
  const roll = dice(20_260_102);
  const health: Record<string, number> = {};
  for (let round = 0; round < 3_000; round += 1) {
    const text =
      roll(2) === 0 ? damage(good, roll) : JSON.stringify(graft(JSON.parse(good) as unknown, roll), null, 2);
    const world = makeApp({ settingsFile: new MemorySettingsFile(text, null) });
    const { settings, accounts } = await snapshotOf(world);
    expect(new Set(accounts.map(({ id }) => id)).size, text).toBe(accounts.length);
    health[settings] = (health[settings] ?? 0) + 1;
    if (settings === 'newer') {
      expect(await codeOf(world.backend.setTheme({ theme: 'dark' })), text).toBe('settings-read-only');
      expect(world.settingsFile.text, text).toBe(text);
      continue;
    }
    expect(world.settingsFile.aside, text).toEqual(settings === 'set-aside' ? [text] : []);
    await world.backend.setTheme({ theme: 'dark' });
    expect(await snapshotOf(makeApp(world)), text).toMatchObject({ settings: 'good', theme: 'dark' });
    expect(world.bugs, text).toEqual([]);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  // The mutations must reach every branch to be worth anything.
  expect(health['good']).toBeGreaterThan(20);
  expect(health['set-aside']).toBeGreaterThan(1_000);
  expect(health['newer']).toBeGreaterThan(5);
}, 30_000);
