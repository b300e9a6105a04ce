import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { snapshotOf } from '../story';

const shown = async (world: World): Promise<string> => (await snapshotOf(world)).desktop.startAtLogin;

describe('starting at login', () => {
  it('is not asked before somebody wants to know', async () => {
    expect(await shown(makeApp())).toBe('unknown');
  });

  it('is switched on and off, and shown as the system says', async () => {
    const world = makeApp();
    await world.backend.lookAtStartAtLogin({});
    expect(await shown(world)).toBe('off');
    await world.backend.setStartAtLogin({ on: true });
    expect(await shown(world)).toBe('on');
    await world.backend.setStartAtLogin({ on: false });
    expect(await shown(world)).toBe('off');
  });

  it('follows what was changed elsewhere', async () => {
    const world = makeApp();
    await world.backend.setStartAtLogin({ on: true });
    world.loginStart.state = 'off';
    await world.backend.lookAtStartAtLogin({});
    expect(await shown(world)).toBe('off');
    world.loginStart.state = 'needs-approval';
    await world.backend.lookAtStartAtLogin({});
    expect(await shown(world)).toBe('needs-approval');
  });

  it('that cannot be set has its sentence, and is shown as it is', async () => {
    const world = makeApp();
    world.loginStart.writable = false;
    expect(await codeOf(world.backend.setStartAtLogin({ on: true }))).toBe('start-at-login-not-set');
    expect(await shown(world)).toBe('off');
  });

  it('that cannot be read is unknown', async () => {
    const world = makeApp();
    await world.backend.setStartAtLogin({ on: true });
    world.loginStart.readable = false;
    await world.backend.lookAtStartAtLogin({});
    expect(await shown(world)).toBe('unknown');
  });
});
