import type { KeychainBackend } from '#contract/snapshot';
import { InOrder } from '../../core/turns/in-order';
import type { SecretResult, Secrets } from '../../core/ports/secrets';
import type { KeychainCall, KeychainReply } from './keytar-calls';

/** Milliseconds in which a living keychain answers a call that opens no prompt. */
const pingLimit = 5_000;
/** Milliseconds for a call during which the system may ask the person for a password. */
const promptLimit = 60_000;
/** After a time-out the keychain is given this long before anybody waits for it again. */
const restAfterTimeout = 30_000;

/** The way to the keychain's library: in this process, or in one of its own. */
export interface KeychainDoor {
  /** Rejects when the process on the other side died. */
  call(call: KeychainCall): Promise<KeychainReply>;
  /** Gives up a call that hangs, and forgets what passed through. */
  abandon(): void;
}

/**
 * The OS keychain with typed results, one call in flight and a time limit. A secret service that hangs never answers,
 * and four such calls at once would stop all file and crypto work of the process (libuv has four threads).
 */
export function openKeychain(door: KeychainDoor, backend: KeychainBackend): Secrets {
  const inOrder = new InOrder();
  let restUntil = 0;

  const within = async (milliseconds: number, call: KeychainCall): Promise<KeychainReply | 'timed-out'> => {
    const limit = timeLimit(milliseconds);
    try {
      return await Promise.race([door.call(call), limit.reached]);
    } finally {
      limit.stop();
    }
  };

  const attempt = async <T>(call: KeychainCall): Promise<SecretResult<T>> => {
    if (Date.now() < restUntil) return { kind: 'timed-out' };
    const ping = await within(pingLimit, { do: 'ping' });
    const reply = ping === 'timed-out' || ping.kind !== 'ok' ? ping : await within(promptLimit, call);
    if (reply === 'timed-out') {
      restUntil = Date.now() + restAfterTimeout;
      door.abandon();
      return { kind: 'timed-out' };
    }
    if (reply.kind === 'ok') return { kind: 'ok', value: reply.value as T };
    return { kind: reply.kind === 'locked' ? 'locked' : 'unavailable' };
  };

  const ask = <T>(call: KeychainCall): Promise<SecretResult<T>> =>
    inOrder.run(() => attempt<T>(call)).catch((): SecretResult<T> => ({ kind: 'crashed' }));

  return {
    backend,
    read: (name) => ask<string | null>({ do: 'read', name }),
    write: (name, value) => ask<null>({ do: 'write', name, value }),
    remove: (name) => ask<boolean>({ do: 'remove', name }),
    probe: () => ask<null>({ do: 'probe' }),
    rest: () => void inOrder.settled().then(() => door.abandon()),
  };
}

function timeLimit(milliseconds: number): { reached: Promise<'timed-out'>; stop: () => void } {
  let timer: NodeJS.Timeout;
  const reached = new Promise<'timed-out'>((resolve) => {
    timer = setTimeout(() => resolve('timed-out'), milliseconds);
  });
  return { reached, stop: () => clearTimeout(timer) };
}
