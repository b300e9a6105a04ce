import { describe, expect, it } from 'vitest';
import { InOrder } from '../../../../src-main/core/turns/in-order';
import { openKeychain } from '../../../../src-main/edge/keychain/keychain';
import type { KeychainReply } from '../../../../src-main/edge/keychain/keytar-calls';
import { onDemand } from '../../../../src-main/edge/sealing/on-demand';
import type { PassphraseReply } from '../../../../src-main/edge/sealing/passphrase-job';
import { StateStore } from '../../../../src-main/practice-service/state/state-store';
import { collectGarbage } from '../../../witness/garbage';
import { held } from '../story';

/** Sends an object through a queue, and tells whether anything leads to it when nobody waits any more. */
async function isKept(through: (made: object) => Promise<unknown>): Promise<boolean> {
  const reference = await sent(through);
  await collectGarbage();
  return reference.deref() !== undefined;
}

/** Not async: the frame of a function that waits would hold what it made. */
function sent(through: (made: object) => Promise<unknown>): Promise<WeakRef<object>> {
  const made = { stands: 'for a text, which no weak reference leads to' };
  const reference = new WeakRef(made);
  return through(made).then(() => reference);
}

describe('tasks in order', () => {
  it('run one after the other, and each gives its own', async () => {
    const queue = new InOrder();
    const first = held<string>();
    const begun: string[] = [];
    const task = (name: string, result: Promise<string>) => () => {
      begun.push(name);
      return result;
    };
    const one = queue.run(task('one', first.promise));
    const two = queue.run(task('two', Promise.resolve('2')));
    await Promise.resolve();
    expect(begun).toEqual(['one']);
    first.resolve('1');
    expect(await Promise.all([one, two])).toEqual(['1', '2']);
  });

  it('fail alone', async () => {
    const queue = new InOrder();
    const failed = queue.run(() => Promise.reject(new Error('no')));
    const next = queue.run(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
    await queue.settled();
  });
});

describe('a queue that stands still keeps nothing', () => {
  it('of what a task gave', async () => {
    const queue = new InOrder();
    expect(await isKept((made) => queue.run(() => Promise.resolve(made)))).toBe(false);
    expect(await queue.run(() => Promise.resolve('it goes on'))).toBe('it goes on');
  });

  it('of what a task threw', async () => {
    const queue = new InOrder();
    const failing = (made: object): Promise<unknown> =>
      queue.run(() => Promise.reject(new Error('no', { cause: made }))).catch(() => undefined);
    expect(await isKept(failing)).toBe(false);
    await queue.settled();
  });

  it('of what the keychain gave', async () => {
    const replies: unknown[] = [];
    const call = (): Promise<KeychainReply> =>
      Promise.resolve({ kind: 'ok', value: replies.shift() } as KeychainReply);
    const keychain = openKeychain({ call, abandon: () => undefined }, 'secret-service');
    const read = (made: object): Promise<unknown> => {
      replies.push('answers the ping', made);
      return keychain.read('vault-identity');
    };
    expect(await isKept(read)).toBe(false);
    expect((await keychain.probe()).kind).toBe('ok');
  });

  it('of what the sealing process opened', async () => {
    const replies: unknown[] = [];
    const opened = (): Promise<PassphraseReply> =>
      Promise.resolve({ kind: 'opened', text: replies.shift() } as PassphraseReply);
    const work = onDemand(() => ({ ask: opened, end: () => undefined }));
    const open = (made: object): Promise<unknown> => {
      replies.push(made);
      return work.do({ do: 'open', passphrase: 'lantern', sealed: new Uint8Array() });
    };
    expect(await isKept(open)).toBe(false);
  });

  it('of what the practice service answered', async () => {
    const store = new StateStore({} as never, () => Promise.resolve());
    expect(await isKept((made) => store.change(() => made))).toBe(false);
    await store.settled();
  });
});
