import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { readPassphrase } from './backup/passphrase';
import type { Lock } from './lock';
import type { ScreenGuard } from './lock-ports';
import type { OneAtATime } from './one-at-a-time';
import type { Sealer } from './sealing-ports';
import type { State } from './state';
import type { Vault } from './vault';
import type { VaultKey } from './vault-key';

type LockCalls = Pick<
  Backend,
  | 'lock'
  | 'unlock'
  | 'startOver'
  | 'setLockAfter'
  | 'setLockPassphrase'
  | 'removeLockPassphrase'
  | 'expectPassphrase'
  | 'codesHidden'
>;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly key: VaultKey;
  readonly sealer: Pick<Sealer, 'prepare'>;
  readonly screenGuard: ScreenGuard;
  readonly turns: OneAtATime;
}

/** What the windows can ask of the lock. */
export function lockCalls(lock: Lock, { state, vault, key, sealer, screenGuard, turns }: Parts): LockCalls {
  const once = async (name: string, task: () => Promise<void>): Promise<Record<string, never>> => {
    await turns.run(`lock: ${name}`, task);
    return {};
  };
  const changeKey = async (task: () => Promise<void>): Promise<void> => {
    try {
      await task();
    } finally {
      state.announce();
    }
  };
  const setPassphrase = async (passphrase: string, wanted: string): Promise<void> => {
    const chosen = readPassphrase(wanted);
    if (key.isSealed) await key.check(passphrase);
    await vault.open();
    if (vault.state !== 'open') throw new AppError('vault-read-only');
    await key.seal(chosen);
  };
  const removePassphrase = async (passphrase: string): Promise<void> => {
    if (!key.isSealed) return;
    await key.open(passphrase);
    await key.unseal();
  };

  return {
    async lock() {
      await lock.lock();
      return {};
    },
    unlock: ({ passphrase }) => once('open', () => lock.unlock(passphrase)),
    startOver: () => once('open', () => lock.startOver()),
    async setLockAfter({ afterIdle }) {
      await state.change((settings) => ({ ...settings, lock: { ...settings.lock, afterIdle } }));
      return {};
    },
    setLockPassphrase: ({ passphrase, newPassphrase }) =>
      once('key', () => changeKey(() => setPassphrase(passphrase, newPassphrase))),
    removeLockPassphrase: ({ passphrase }) =>
      once('key', () => changeKey(() => removePassphrase(passphrase))),
    expectPassphrase() {
      sealer.prepare();
      return Promise.resolve({});
    },
    codesHidden() {
      screenGuard.keepOut(false);
      return Promise.resolve({});
    },
  };
}
