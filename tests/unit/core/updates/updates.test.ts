import { describe, expect, it } from 'vitest';
import type { UpdateMode } from '#contract/updates';
import type { Snapshot } from '#contract/snapshot';
import { codeOf } from '../../../app/failure-of';
import { FakeUpdates } from '../../../fakes/fake-updates';
import { makeApp, type World } from '../../../app/make-app';
import { snapshotOf } from '../story';

const minute = 60_000;
const day = 24 * 60 * minute;
const newsOf = async (world: World): Promise<Snapshot['updates']> => (await snapshotOf(world)).updates;

/** A Latchkey that has started, with something newer on the server. */
async function started(mode: UpdateMode = 'notify', change: Partial<FakeUpdates> = {}): Promise<World> {
  const world = makeApp({ updates: Object.assign(new FakeUpdates(), { newer: '0.2.0' }, change) });
  await world.backend.setUpdateMode({ mode });
  await world.app.warmUp();
  return world;
}

describe('by itself, Latchkey', () => {
  it('looks a minute after the start and once a day, and tells what it found', async () => {
    const world = await started();
    world.clock.pass(minute - 1);
    expect(world.updates.asked).toEqual([]);
    world.clock.pass(1);
    await expect.poll(() => newsOf(world)).toMatchObject({ stage: 'found', version: '0.2.0' });
    world.clock.pass(day - 1);
    expect(world.updates.asked).toEqual(['look']);
    world.clock.pass(1);
    await expect.poll(() => world.updates.asked).toEqual(['look', 'look']);
  });

  it('fetches what it found where that was chosen, and never installs it', async () => {
    const world = await started('automatic');
    world.clock.pass(minute);
    await expect.poll(() => newsOf(world)).toMatchObject({ stage: 'ready', version: '0.2.0', percent: 100 });
    world.clock.pass(day);
    await expect.poll(() => newsOf(world)).toMatchObject({ stage: 'ready' });
    expect(world.updates.asked).toEqual(['look', 'fetch', 'look']);
  });

  it('only tells of it where a person has to fetch it', async () => {
    const world = await started('automatic', { way: 'by-hand' });
    world.clock.pass(minute);
    await expect.poll(() => newsOf(world)).toMatchObject({ stage: 'found' });
    expect(world.updates.asked).toEqual(['look']);
    expect(await codeOf(world.backend.fetchUpdate({}))).toBe('no-update');
  });

  it.each([
    ['off', 'with-password'],
    ['automatic', 'elsewhere'],
  ] as const)('asks nobody when it is %s and versions come %s', async (mode, way) => {
    const world = await started(mode, { way });
    world.clock.pass(30 * day);
    expect(world.updates.asked).toEqual([]);
  });

  it('stops when it is switched off, and begins again', async () => {
    const world = await started();
    await world.backend.setUpdateMode({ mode: 'off' });
    world.clock.pass(day);
    expect(world.updates.asked).toEqual([]);
    await world.backend.setUpdateMode({ mode: 'notify' });
    world.clock.pass(minute);
    await expect.poll(() => world.updates.asked).toEqual(['look']);
  });

  it('says nothing when it is offline, and does say that something is not genuine', async () => {
    const world = await started();
    world.updates.failing.look = 'unreachable';
    world.clock.pass(minute);
    await expect.poll(() => newsOf(world)).toMatchObject({ stage: 'unknown', failure: null });
    world.updates.failing.look = 'not-genuine';
    world.clock.pass(day);
    await expect.poll(() => newsOf(world)).toMatchObject({ failure: { code: 'update-not-genuine' } });
    expect(world.bugs).toEqual([]);
  });
});

describe('when it is asked to, Latchkey', () => {
  it('looks, fetches and installs, one after the other, though it may do nothing by itself', async () => {
    const world = await started('off');
    expect(await codeOf(world.backend.fetchUpdate({}))).toBe('no-update');
    expect(await codeOf(world.backend.installUpdate({}))).toBe('no-update');
    await world.backend.lookForUpdate({});
    expect(await newsOf(world)).toMatchObject({ stage: 'found', lookedAt: world.clock.now() });
    expect(await codeOf(world.backend.installUpdate({}))).toBe('no-update');
    await world.backend.fetchUpdate({});
    const percents = world.announced.map(({ updates }) => updates.percent);
    expect([...new Set(percents)]).toEqual([0, 12, 99, 100]);
    await world.backend.installUpdate({});
    expect(world.updates.asked).toEqual(['look', 'fetch', 'install']);
  });

  it('says when this is the newest', async () => {
    const world = await started('off', { newer: null });
    await world.backend.lookForUpdate({});
    expect(await newsOf(world)).toMatchObject({ stage: 'newest', version: null });
  });

  it.each([
    ['look', 'unreachable', 'updates-unreachable', 'unknown'],
    ['look', 'outdated', 'update-outdated', 'unknown'],
    ['look', 'expired', 'update-expired', 'unknown'],
    ['look', 'clock-wrong', 'update-clock-wrong', 'unknown'],
    ['fetch', 'not-genuine', 'update-not-genuine', 'found'],
    ['install', 'not-installed', 'update-not-installed', 'ready'],
  ] as const)('tells how a failed %s went, and is where it was before', async (what, kind, code, stage) => {
    const world = await started('off');
    world.updates.failing[what] = kind;
    const { lookForUpdate, fetchUpdate, installUpdate } = world.backend;
    const steps = [lookForUpdate, fetchUpdate, installUpdate];
    const upTo = ['look', 'fetch', 'install'].indexOf(what);
    for (const step of steps.slice(0, upTo)) await step({});
    expect(await codeOf(steps[upTo]?.({}) ?? Promise.resolve())).toBe(code);
    expect(await newsOf(world)).toMatchObject({ stage, failure: { code } });
    world.updates.failing = {};
    await steps[upTo]?.({});
    expect(await newsOf(world)).toMatchObject({ failure: null });
  });

  it('does not ask where there is nobody to ask', async () => {
    const world = await started('notify', { way: 'elsewhere' });
    expect(await codeOf(world.backend.lookForUpdate({}))).toBe('no-update');
    expect(world.updates.asked).toEqual([]);
  });
});

it('the choice outlives a restart, and is to be told of newer versions at first', async () => {
  const world = makeApp();
  expect(await newsOf(world)).toMatchObject({ mode: 'notify' });
  await world.backend.setUpdateMode({ mode: 'automatic' });
  expect(await newsOf(makeApp({ settingsFile: world.settingsFile }))).toMatchObject({ mode: 'automatic' });
});
