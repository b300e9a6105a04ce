import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeApp } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { codeOf } from '../../../app/failure-of';
import { damage, dice, graft } from './mutations';
import { snapshotOf } from '../story';

/** What each schema looked like when it was current. */
const vector = (schema: number): Promise<string> =>
  readFile(path.join(import.meta.dirname, `../../../vectors/settings-${schema}.json`), 'utf8');

it.each([2, 3])(
  'a mutated settings file of schema %d never keeps Latchkey from starting, is never lost, and never spoils the next one',
  async (schema) => {
    const good = await vector(schema);
    const roll = dice(20_260_102);
    const health: Record<string, number> = {};
    for (let round = 0; round < 1_500; round += 1) {
      const text =
        roll(2) === 0
          ? damage(good, roll)
          : JSON.stringify(graft(JSON.parse(good) as unknown, roll), null, 2);
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
    expect(health['set-aside']).toBeGreaterThan(400);
    expect(health['newer']).toBeGreaterThan(5);
  },
  30_000,
);
