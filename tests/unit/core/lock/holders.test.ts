import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Holders from '../../../../src-main/core/holders';
import { reachableTexts } from '../../../app/reachable-texts';
import type { Story } from '../story';
import { fullApp, secretsOf } from './full-app';

/** Whom the lock told, and one whom it is kept from. */
const seen = vi.hoisted(() => ({ told: [] as string[], names: [] as string[], leftOut: '' }));
vi.mock('../../../../src-main/core/holders', async (importOriginal) => {
  const real = await importOriginal<typeof Holders>();
  const holdersOf: typeof real.holdersOf = (parts) => {
    const all = real.holdersOf(parts);
    seen.names = all.map(({ name }) => name);
    const dropping = all.map((holder) => ({
      ...holder,
      dropSecrets() {
        seen.told.push(holder.name);
        return holder.dropSecrets();
      },
    }));
    return dropping.filter(({ name }) => name !== seen.leftOut);
  };
  return { holdersOf };
});

beforeEach(() => Object.assign(seen, { told: [], leftOut: '' }));

/** Which secrets the app holds, and the way to each, with what it has put on the clipboard and into the keychain's process. */
function secretsIn(story: Story): string[] {
  const { app, ...outside } = story;
  const secrets = secretsOf(story);
  const apart = Object.entries(outside).flatMap(([name, part]) =>
    name === 'backend' || typeof part !== 'object' ? [] : [part as object],
  );
  const ways = reachableTexts(app, apart).flatMap(([way, text]) =>
    secrets.some((secret) => text.includes(secret)) ? [way] : [],
  );
  const onClipboard = secrets.includes(story.desktop.clipboard) ? ['clipboard'] : [];
  return [...ways, ...onClipboard, ...(story.secrets.touches.at(-1) === 'rest' ? [] : ['keychain'])];
}

describe.each(['keychain', 'passphrase'] as const)('with a lock that the %s opens', (lockBy) => {
  it('nothing that can be reached holds a secret after a lock, and everyone was told', async () => {
    const story = await fullApp(lockBy);
    const before = secretsIn(story);
    const parts = ['vault.#contents', 'key.#identity', 'opened', 'clipboard', 'keychain'];
    for (const part of parts) expect(before.join('\n')).toContain(part);
    // The text that was copied is known to the clipboard alone.
    expect(before.join('\n')).not.toContain('clipboard.');
    seen.told.length = 0;
    await story.app.lock();
    expect(secretsIn(story)).toEqual([]);
    expect(new Set(seen.told)).toEqual(new Set(seen.names));
  });

  it.each(['restoring', 'clipboard', 'removed-code', 'vault', 'keychain'])(
    'something is left where %s is not told',
    async (name) => {
      seen.leftOut = name;
      const story = await fullApp(lockBy);
      await story.app.lock();
      expect(seen.names).toContain(name);
      expect(secretsIn(story)).not.toEqual([]);
    },
  );
});

it('knows everyone who holds a secret', async () => {
  await fullApp('keychain');
  expect(seen.names).toEqual(['restoring', 'clipboard', 'removed-code', 'vault', 'keychain']);
});
