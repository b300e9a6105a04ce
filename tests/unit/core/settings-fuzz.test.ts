import { expect, it } from 'vitest';
import { makeApp } from '../../fakes/make-app';
import { MemorySettingsFile } from '../../fakes/memory-settings-file';
import { json } from '../../fakes/fake-http';
import { codeOf } from '../../fakes/failure-of';
import { appWithAccount, snapshotOf, verify } from './story';

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const strange = [
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  '__proto__',
  '\ud800',
  '\u202e',
  'x'.repeat(10_000),
  [],
  [null],
  {},
  { schema: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
];

type Roll = (sides: number) => number;

/** Puts something strange somewhere into a tree of JSON. */
function graft(node: unknown, roll: Roll): unknown {
  if (node === null || typeof node !== 'object' || roll(6) === 0) return strange[roll(strange.length)];
  if (Array.isArray(node)) {
    const items: unknown[] = [...(node as unknown[])];
    const at = roll(items.length + 1);
    if (roll(3) === 0) return [...items, ...items];
    items[at] = graft(items[at], roll);
    return items;
  }
  const fields = Object.entries(node);
  const at = roll(fields.length);
  const how = roll(4);
  if (how === 0) return Object.fromEntries(fields.filter((_, index) => index !== at));
  return Object.fromEntries(
    fields.map(([key, value], index) => [key, index === at ? graft(value, roll) : value] as const),
  );
}

/** Damages a text as disks and editors do. */
function damage(text: string, roll: Roll): string {
  const at = roll(text.length);
  switch (roll(5)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + String.fromCharCode(roll(0x1_0000)) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + roll(40));
    case 3:
      return text.slice(0, at) + '\u0000'.repeat(roll(4_096)) + text.slice(at);
    default:
      return text + text.slice(at);
  }
}

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
