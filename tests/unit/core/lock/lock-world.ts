import type { World } from '../../../app/make-app';
import { appWithCodes, type Story } from '../story';

export const codes = ['aaaaa-11111', 'bbbbb-22222'];
export const passphrase = 'lantern pebble orbit';

/** An app whose codes are sealed, and that asks for a passphrase. */
export async function appWithPassphrase(): Promise<Story> {
  const story = await appWithCodes(codes);
  await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
  return story;
}

export const reveal = async (story: Story): Promise<readonly string[]> =>
  (await story.backend.revealRecoveryCodes({ ledgerId: story.accountId })).codes;

export const lockOf = async ({ backend }: World) => (await backend.readSnapshot({})).lock;

/** Tries wrong passphrases, each when it may be tried. Gives how long the next one waits, in milliseconds. */
export async function tryInVain(world: World, times: number): Promise<number> {
  for (let time = 0; time < times; time += 1) {
    const { waitUntil } = await lockOf(world);
    if (waitUntil !== null) world.clock.pass(waitUntil - world.clock.now());
    await world.backend.unlock({ passphrase: 'not the one' }).catch(() => undefined);
  }
  const { waitUntil } = await lockOf(world);
  return waitUntil === null ? 0 : waitUntil - world.clock.now();
}
