import { expect, it } from 'vitest';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { appWithPassphrase } from '../lock/lock-world';
import { type Story, token } from '../story';
import { addByHand } from '../vault/vault-world';
import { insideVaultNow } from './kept-tokens';

/** Whether the token is in the vault, and in its last good version. */
const isIn = (story: Story): readonly boolean[] =>
  [story.vaultFile.sealed, story.vaultFile.backup].map((sealed) =>
    insideVaultNow({ ...story, vaultFile: new MemoryVaultFile(sealed) }).includes(token),
  );

it('the last good version keeps the token of an account that was removed until the next change, and no longer', async () => {
  const story = await appWithPassphrase();
  expect(isIn(story)).toEqual([true, true]);
  await story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false });
  expect(isIn(story)[0]).toBe(false);
  await addByHand(story);
  expect(isIn(story)).toEqual([false, false]);
});
