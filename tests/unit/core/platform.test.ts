import { expect, it } from 'vitest';
import { makeApp } from '../../app/make-app';
import { snapshotOf } from './story';

it.each(['mac', 'windows', 'linux'] as const)(
  'a window is told that it is on %s, whatever the keychain is, and while Latchkey is locked, too',
  async (platform) => {
    const world = makeApp({}, { platform });
    const backend = 'secret-service';
    expect(await snapshotOf(world)).toMatchObject({ platform, keychain: { backend } });
    await world.app.lock();
    expect(await snapshotOf(world)).toMatchObject({ platform, lock: { locked: true } });
  },
);
