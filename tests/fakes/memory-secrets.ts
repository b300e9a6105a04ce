import type { KeychainBackend } from '#contract/snapshot';
import type { KeychainTrouble, SecretResult, Secrets } from '../../src-main/core/ports/secrets';

/** A keychain in memory that can be in any trouble; what was stored before stays stored meanwhile. */
export class MemorySecrets implements Secrets {
  readonly backend: KeychainBackend = 'secret-service';
  readonly entries = new Map<string, string>();
  /** Every touch so far, such as `read token:…`. */
  readonly touches: string[] = [];
  /** `locked` behaves as a real keyring whose prompt was dismissed: as if nothing were stored. */
  trouble: KeychainTrouble | null = null;
  /** What a write really stores: a keychain that cuts values is made with this. */
  stores = (value: string): string => value;

  read(name: string): Promise<SecretResult<string | null>> {
    return this.#touch('read', name, () => this.entries.get(name) ?? null, null);
  }

  write(name: string, value: string): Promise<SecretResult<null>> {
    return this.#touch('write', name, () => {
      this.entries.set(name, this.stores(value));
      return null;
    });
  }

  remove(name: string): Promise<SecretResult<boolean>> {
    return this.#touch('remove', name, () => this.entries.delete(name), false);
  }

  probe(): Promise<SecretResult<null>> {
    return this.#touch('probe', 'canary', () => null);
  }

  rest(): void {
    this.touches.push('rest');
  }

  #touch<T>(verb: string, name: string, use: () => T, whenLocked?: T): Promise<SecretResult<T>> {
    this.touches.push(`${verb} ${name}`);
    if (this.trouble === null) return Promise.resolve({ kind: 'ok', value: use() });
    if (this.trouble === 'locked' && whenLocked !== undefined)
      return Promise.resolve({ kind: 'ok', value: whenLocked });
    return Promise.resolve({ kind: this.trouble });
  }
}
