import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { appWithPassphrase, codes, lockOf, passphrase, reveal, tryInVain } from './lock-world';
import { restart } from '../story';

const newPassphrase = 'orbit lantern pebble';

describe('wrong passphrases', () => {
  it('make the next try wait, longer each time, and never for more than five minutes', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    const waits: number[] = [];
    for (let time = 0; time < 11; time += 1) waits.push(await tryInVain(story, 1));
    expect(waits.map((wait) => wait / 1000)).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('are counted beyond a restart, and nothing is tried before the time', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    await tryInVain(story, 4);
    const next = restart(story);
    expect(await codeOf(next.backend.unlock({ passphrase }))).toBe('unlock-too-soon');
    expect(await lockOf(next)).toMatchObject({ waitUntil: next.clock.now() + 10_000 });
    next.clock.pass(10_000);
    await next.backend.unlock({ passphrase });
    expect(await reveal(next), 'nothing was erased').toEqual(codes);
    await next.backend.lock({});
    expect(await tryInVain(next, 2), 'the count began anew').toBe(0);
  });

  it('are counted while the disk is full, too', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    story.settingsFile.full = true;
    expect(await tryInVain(story, 3)).toBe(5_000);
  });

  it('are not forgiven by a clock that is set forward', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    await tryInVain(story, 9);
    story.clock.set(24 * 3600_000);
    expect(await codeOf(story.backend.unlock({ passphrase }))).toBe('unlock-too-soon');
    expect(await codeOf(restart(story).backend.unlock({ passphrase }))).toBe('unlock-too-soon');
  });

  it('are forgiven by a night in which the computer was off', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    await tryInVain(story, 9);
    story.clock.set(8 * 3600_000);
    story.clock.reboot();
    await restart(story).backend.unlock({ passphrase });
  });

  it('count whatever they are typed for', async () => {
    const story = await appWithPassphrase();
    const change = { passphrase: 'not the one', newPassphrase };
    for (const attempt of [
      () => story.backend.setLockPassphrase(change),
      () => story.backend.removeLockPassphrase({ passphrase: 'no' }),
      () => story.backend.setLockPassphrase(change),
    ])
      expect(await codeOf(attempt())).toBe('wrong-passphrase');
    const again = story.backend.removeLockPassphrase({ passphrase });
    expect(await codeOf(again)).toBe('unlock-too-soon');
    await story.backend.lock({});
    expect(await codeOf(story.backend.unlock({ passphrase }))).toBe('unlock-too-soon');
    story.clock.pass(5_000);
    await story.backend.unlock({ passphrase });
  });

  it('are counted where no editor reaches them', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    await tryInVain(story, 9);
    const settings = JSON.parse(story.settingsFile.text ?? '') as Record<string, unknown>;
    story.settingsFile.text = JSON.stringify({ ...settings, lock: {} });
    expect(await codeOf(restart(story).backend.unlock({ passphrase }))).toBe('unlock-too-soon');
  });

  it('whose count has gone from an open keychain wait for five minutes, once', async () => {
    const story = await appWithPassphrase();
    const next = restart(story);
    for (const name of [...next.secrets.entries.keys()])
      if (name.startsWith('wrong-tries:')) next.secrets.entries.delete(name);
    expect(await codeOf(next.backend.unlock({ passphrase }))).toBe('unlock-too-soon');
    expect((await lockOf(next)).waitUntil).toBe(next.clock.now() + 300_000);
    next.clock.pass(300_000);
    await next.backend.unlock({ passphrase });
    expect(await reveal(next)).toEqual(codes);
  });

  it.each(['locked', 'unavailable'] as const)(
    'are counted in the settings while the keychain is %s',
    async (trouble) => {
      const story = await appWithPassphrase();
      await story.backend.lock({});
      story.secrets.trouble = trouble;
      expect(await tryInVain(story, 3)).toBe(5_000);
      expect(await codeOf(restart(story).backend.unlock({ passphrase }))).toBe('unlock-too-soon');
    },
  );

  it('of the first version are taken over', async () => {
    const story = await appWithPassphrase();
    for (const name of [...story.secrets.entries.keys()])
      if (name.startsWith('wrong-tries:')) story.secrets.entries.delete(name);
    const settings = JSON.parse(story.settingsFile.text ?? '') as Record<string, unknown>;
    const lock = { wrongTries: 8, waitUntil: story.clock.now() + 100_000 };
    story.settingsFile.text = JSON.stringify({ ...settings, lock });
    const next = restart(story);
    expect(await codeOf(next.backend.unlock({ passphrase }))).toBe('unlock-too-soon');
    next.clock.pass(100_000);
    expect(await tryInVain(next, 1)).toBe(300_000);
  });

  it('lock nobody out whose clock was set back', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    await tryInVain(story, 9);
    story.clock.set(-24 * 3600_000);
    expect((await lockOf(story)).waitUntil).toBe(story.clock.now() + 300_000);
    story.clock.pass(300_000);
    await story.backend.unlock({ passphrase });
    expect(await reveal(story)).toEqual(codes);
  });
});
