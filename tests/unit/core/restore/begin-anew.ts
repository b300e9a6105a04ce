import { expect } from 'vitest';
import { rowsOf } from '../../../app/rows-of';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { addByHand, startOn } from '../vault/vault-world';

/**
 * A profile with a list called Mail, whose keychain then lost the key, and which started over with an empty vault with a list called
 * New. `entries`: what the keychain had.
 */
export async function beginAnew(): Promise<{
  readonly world: World;
  readonly entries: readonly [string, string][];
}> {
  const story = await startOn(null);
  await addByHand(story, 'Mail');
  const entries = [...story.secrets.entries];
  const world = makeApp(story);
  world.secrets.entries.clear();
  expect(await codeOf(world.backend.unlock({ passphrase: '' }))).toBe('vault-key-missing');
  await world.backend.startOver({});
  await world.backend.addHandKept({ label: 'New', codes: rowsOf('qrst-1234') });
  return { world, entries };
}
