import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KeychainDoor, openKeychain } from '../../../../src-main/edge/keychain/keychain';
import type { KeychainCall, KeychainReply } from '../../../../src-main/edge/keychain/keytar-calls';

const ok = (value: string | boolean | null): KeychainReply => ({ kind: 'ok', value });
const never = (): Promise<KeychainReply> => new Promise(() => undefined);

/** A door behind which everything takes as long as it is told to. `calls` are those that came through. */
class FakeDoor implements KeychainDoor {
  readonly calls: string[] = [];
  abandoned = 0;
  answer: (call: KeychainCall) => Promise<KeychainReply> = () => Promise.resolve(ok(null));

  call(call: KeychainCall): Promise<KeychainReply> {
    this.calls.push('name' in call ? `${call.do} ${call.name}` : call.do);
    return this.answer(call);
  }

  abandon(): void {
    this.abandoned += 1;
  }
}

/** A keychain whose pings are answered at once, and everything else as told. */
function keychain(answer: (call: KeychainCall) => Promise<KeychainReply> = () => Promise.resolve(ok(null))) {
  const door = new FakeDoor();
  door.answer = (call) => (call.do === 'ping' ? Promise.resolve(ok(false)) : answer(call));
  return { door, secrets: openKeychain(door, 'secret-service') };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a keychain', () => {
  it('gives what it holds, and says of what system it is', async () => {
    const { door, secrets } = keychain(({ do: verb }) =>
      Promise.resolve(ok(verb === 'read' ? 'secret' : verb === 'remove' ? true : null)),
    );
    expect(secrets.backend).toBe('secret-service');
    expect(await secrets.read('a')).toEqual({ kind: 'ok', value: 'secret' });
    expect(await secrets.remove('a')).toEqual({ kind: 'ok', value: true });
    expect(await secrets.write('a', 'secret')).toEqual({ kind: 'ok', value: null });
    expect(await secrets.probe()).toEqual({ kind: 'ok', value: null });
    expect(door.calls).toEqual(['ping', 'read a', 'ping', 'remove a', 'ping', 'write a', 'ping', 'probe']);
  });

  it.each([
    ['locked', 'locked'],
    ['failed', 'unavailable'],
  ] as const)('that answers %s is %s', async (kind, trouble) => {
    const { secrets } = keychain(() => Promise.resolve({ kind }));
    expect(await secrets.read('a')).toEqual({ kind: trouble });
  });

  it('that is to rest first answers what it was asked', async () => {
    const { door, secrets } = keychain();
    const reading = secrets.read('a');
    secrets.rest();
    expect(door.abandoned).toBe(0);
    expect(await reading).toMatchObject({ kind: 'ok' });
    await vi.waitFor(() => expect(door.abandoned).toBe(1));
    expect(await secrets.read('b')).toMatchObject({ kind: 'ok' });
  });

  it('that fails a ping is not asked further', async () => {
    const { door, secrets } = keychain();
    door.answer = () => Promise.resolve({ kind: 'failed' });
    expect(await secrets.read('a')).toEqual({ kind: 'unavailable' });
    expect(door.calls).toEqual(['ping']);
  });

  it('is asked one thing at a time, in order', async () => {
    const answers: ((reply: KeychainReply) => void)[] = [];
    const { door, secrets } = keychain(() => new Promise((resolve) => answers.push(resolve)));
    const replies = [secrets.write('a', '1'), secrets.read('a'), secrets.remove('a')];
    for (const [index, call] of ['write a', 'read a', 'remove a'].entries()) {
      await vi.advanceTimersByTimeAsync(0);
      expect(door.calls.at(-1)).toBe(call);
      expect(answers).toHaveLength(index + 1);
      answers[index]?.(ok(call));
    }
    expect(await Promise.all(replies)).toEqual([
      { kind: 'ok', value: 'write a' },
      { kind: 'ok', value: 'read a' },
      { kind: 'ok', value: 'remove a' },
    ]);
  });
});

/** What a call gave by now; undefined while it waits. */
function watched<T>(call: Promise<T>): { readonly given: T | undefined } {
  const seen: { given: T | undefined } = { given: undefined };
  void call.then((given) => (seen.given = given));
  return seen;
}

describe('a keychain that hangs', () => {
  it('on a ping is given up after 5 seconds', async () => {
    const { door, secrets } = keychain();
    door.answer = never;
    const read = watched(secrets.read('a'));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(read.given).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(read.given).toEqual({ kind: 'timed-out' });
    expect([door.calls, door.abandoned]).toEqual([['ping'], 1]);
  });

  it('on a call, perhaps behind a prompt, is given up after 60 seconds', async () => {
    const { door, secrets } = keychain(never);
    const write = watched(secrets.write('a', '1'));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(write.given).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(write.given).toEqual({ kind: 'timed-out' });
    expect(door.abandoned).toBe(1);
  });

  it('is left alone for 30 seconds, then asked again', async () => {
    const { door, secrets } = keychain(never);
    const first = secrets.read('a');
    const queued = secrets.read('b');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([await first, await queued, await secrets.probe()]).toEqual(Array(3).fill({ kind: 'timed-out' }));
    expect(door.calls).toEqual(['ping', 'read a']);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await secrets.read('c')).toEqual({ kind: 'timed-out' });
    expect(door.calls).toEqual(['ping', 'read a']);
    door.answer = () => Promise.resolve(ok('secret'));
    await vi.advanceTimersByTimeAsync(1);
    expect(await secrets.read('d')).toEqual({ kind: 'ok', value: 'secret' });
  });

  it('does not harm by an answer, or an end, that comes too late', async () => {
    let fail: (reason: Error) => void = () => undefined;
    const { door, secrets } = keychain(() => new Promise((_resolve, reject) => (fail = reject)));
    const read = watched(secrets.read('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    fail(new Error('the keychain process ended'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(read.given).toEqual({ kind: 'timed-out' });
    door.answer = () => Promise.resolve(ok('secret'));
    expect(await secrets.read('a')).toEqual({ kind: 'ok', value: 'secret' });
  });

  it('leaves no timer behind when it answers in time', async () => {
    const { secrets } = keychain();
    await secrets.read('a');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a keychain that crashes', () => {
  it('is told as crashed, and the next call works', async () => {
    let crashes = 1;
    const { secrets } = keychain(() =>
      crashes-- > 0 ? Promise.reject(new Error('the keychain process ended')) : Promise.resolve(ok('secret')),
    );
    expect(await secrets.read('a')).toEqual({ kind: 'crashed' });
    expect(await secrets.read('a')).toEqual({ kind: 'ok', value: 'secret' });
  });

  it('on a ping is told as crashed', async () => {
    const { door, secrets } = keychain();
    door.answer = () => Promise.reject(new Error('the keychain process ended'));
    expect(await secrets.probe()).toEqual({ kind: 'crashed' });
  });

  it('or throws at once is told as crashed, and those that wait are still asked', async () => {
    const { door, secrets } = keychain();
    door.answer = () => {
      throw new Error('fork failed');
    };
    const [first, second] = [secrets.read('a'), secrets.read('b')];
    expect(await Promise.all([first, second])).toEqual([{ kind: 'crashed' }, { kind: 'crashed' }]);
    expect(door.calls).toEqual(['ping', 'ping']);
  });
});
