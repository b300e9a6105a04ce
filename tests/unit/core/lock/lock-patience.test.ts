import { expect, it } from 'vitest';
import { appWithBackups, codes } from '../backup/folders/backup-world';
import { lockOf, reveal } from './lock-world';

const forEver = (): Promise<never> => new Promise(() => undefined);

it('does not keep people out because a folder on the network never answers', async () => {
  const story = await appWithBackups();
  story.files.list = forEver;
  story.files.write = forEver;
  void story.backend.lookAtBackups({});
  void story.backend.lock({});
  const unlocking = story.backend.unlock({ passphrase: '' });
  // Until then what is being done may still end.
  story.clock.pass(59_000);
  expect((await lockOf(story)).locked).toBe(true);
  await expect
    .poll(async () => {
      story.clock.pass(60_000);
      return (await lockOf(story)).locked;
    })
    .toBe(false);
  await unlocking;
  expect(await reveal(story)).toEqual(codes);
});

it('has nothing of the vault in memory although something hangs', async () => {
  const story = await appWithBackups();
  story.files.list = forEver;
  void story.backend.lookAtBackups({});
  const locking = story.backend.lock({});
  let isOver = false;
  void locking.then(() => (isOver = true));
  await expect
    .poll(() => {
      story.clock.pass(60_000);
      return isOver;
    })
    .toBe(true);
  expect(story.secrets.touches.at(-1)).toBe('rest');
});
