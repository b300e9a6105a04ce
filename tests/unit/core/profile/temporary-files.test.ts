import { expect, it } from 'vitest';
import { makeApp } from '../../../app/make-app';

it('temporary files are told whose they are, and the same after a restart', async () => {
  const told: string[] = [];
  const real = { markTemporaries: (computer: string) => void told.push(computer) };
  const world = makeApp({}, real);
  await world.backend.readSnapshot({});
  await makeApp(world, real).backend.readSnapshot({});
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^[0-9a-f]{8}-/);
  expect(told[1]).toBe(told[0]);
});
