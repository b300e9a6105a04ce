import { expect } from 'vitest';
import type { Ports } from '../../../../src-main/core/ports/ports';
import { makeApp } from '../../../app/make-app';
import type { Story } from '../story';

/** What changes a disk or a keychain, by the names of the fakes' methods. */
const steps: ReadonlySet<string> = new Set([
  'write',
  'writeNext',
  'takeNext',
  'remove',
  'removeNext',
  'setAside',
]);

/**
 * The same profile on the same computer, in a Latchkey that is killed right after it has done so many things to the disk and
 * the keychain: nothing that it does from then on comes to an end.
 *
 * @param real takes the place of a fake
 * @returns what it would go on with, and whether it was killed already
 */
export function killedAfter(
  story: Story,
  count: number,
  real: Partial<Ports> = {},
): { readonly story: Story; isDead: () => boolean } {
  let done = 0;
  const dying = <T extends object>(real: T): T =>
    new Proxy(real, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name, target);
        if (typeof found !== 'function') return found;
        const method = found.bind(target) as (...args: unknown[]) => unknown;
        return (...args: unknown[]): unknown => {
          if (done >= count) return new Promise(() => undefined);
          const result = method(...args);
          if (!steps.has(String(name))) return result;
          done += 1;
          return done < count ? result : new Promise(() => undefined);
        };
      },
      set: (target, name, value) => Reflect.set(target, name, value, target),
    });
  const world = makeApp(
    {
      ...story,
      secrets: dying(story.secrets),
      settingsFile: dying(story.settingsFile),
      profileFile: dying(story.profileFile),
      vaultFile: dying(story.vaultFile),
      vaultKeyFile: dying(story.vaultKeyFile),
      files: dying(story.files),
    },
    real,
  );
  return { story: { ...world, accountId: story.accountId }, isDead: () => done >= count };
}

/**
 * Does something in a Latchkey that is killed after so many steps.
 *
 * @returns whether it came to its end before
 */
export async function endsBefore(
  story: Story,
  step: number,
  act: (dying: Story) => Promise<unknown>,
): Promise<boolean> {
  const dying = killedAfter(story, step);
  let isOver = false;
  const end = (): unknown => (isOver = true);
  void act(dying.story).then(end, end);
  await expect.poll(() => isOver || dying.isDead(), { interval: 1 }).toBe(true);
  return isOver;
}
