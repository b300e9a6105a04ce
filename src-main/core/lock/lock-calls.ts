import { AppError } from '#contract/errors';
import type { LockCalls } from '#contract/calls/lock';
import type { Takes } from '#contract/contract';
import type { Backups } from '../backup/folders/backups';
import { checkBackupsPassphrase } from '../backup/folders/backups-passphrase';
import { readPassphrase } from '../keys/passphrase';
import type { ChangeLock } from './change-lock';
import type { Lock } from './lock';
import type { ScreenGuard } from '../ports/shell/screen-guard';
import type { TokenPlaces } from '../accounts/token-places';
import type { Vault } from '../vault/vault';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { PassphraseThrottle } from '../keys/passphrase-throttle';
import type { SealedKey } from '../keys/sealed-key';
import type { Sealer } from '../ports/sealing/sealer';
import type { State } from '../state/state';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly tokenPlaces: TokenPlaces;
  readonly sealedKey: SealedKey;
  readonly changeLock: ChangeLock;
  readonly throttle: PassphraseThrottle;
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly screenGuard: ScreenGuard;
  readonly turns: OneAtATime;
}

/** What the windows can ask of the lock. */
export function lockCalls(lock: Lock, parts: Parts): LockCalls {
  const { state, vault, tokenPlaces, sealedKey, changeLock, throttle, sealer, screenGuard, turns } = parts;
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
  const setPassphrase = async ({
    passphrase,
    newPassphrase,
    sameAs,
  }: Takes<'setLockPassphrase'>): Promise<void> => {
    if (!sameAs) readPassphrase(newPassphrase);
    if (sealedKey.isSet) await throttle.guard(() => sealedKey.check(passphrase));
    if (sameAs) await checkBackupsPassphrase(parts, newPassphrase);
    // A key that was taken over from a folder may have been sealed elsewhere by a shorter one.
    const chosen = readPassphrase(newPassphrase);
    await tokenPlaces.intoVault().catch((error: unknown) => {
      const isFull = error instanceof AppError && error.code === 'vault-full';
      throw isFull ? error : new AppError('lock-not-changed');
    });
    await changeLock.setPassphrase(chosen);
    // What nothing could seal so far.
    await vault.save();
    await tokenPlaces.leaveKeychain();
    await throttle.begin();
  };
  const removePassphrase = async (passphrase: string): Promise<void> => {
    if (!sealedKey.isSet) return;
    await throttle.guard(() => sealedKey.check(passphrase));
    await changeLock.removePassphrase();
    await tokenPlaces.intoKeychain();
  };

  return {
    async lock() {
      await lock.lock();
      return {};
    },
    unlock: ({ passphrase }) => once('open', () => lock.unlock(passphrase)),
    startOver: () => once('open', () => lock.startOver()),
    setLockPassphrase: (input) => once('key', () => changeKey(() => setPassphrase(input))),
    removeLockPassphrase: ({ passphrase }) =>
      once('key', () => changeKey(() => removePassphrase(passphrase))),
    expectPassphrase() {
      sealer.prepare();
      return Promise.resolve({});
    },
    codesHidden() {
      screenGuard.hideFromCaptures(false);
      return Promise.resolve({});
    },
  };
}
