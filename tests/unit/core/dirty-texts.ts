import { makeApp, type World } from '../../app/make-app';
import { MemoryVaultFile } from '../../fakes/memory-vault-file';
import { identity, oldIdentityEntry } from './vault/vault-world';

/** No text that is shown may hold any of these. */
export const steering = /[\p{Cc}\p{Bidi_C}\p{Cs}\u200b\ufeff\u2028\u{e0041}]/u;

/** Every text in what the window is given, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** An app whose vault, which it has not opened yet, holds this text. */
export const vaultWith = async (text: string): Promise<World> => {
  const fakes = makeApp();
  fakes.secrets.entries.set(oldIdentityEntry, identity);
  const vaultFile = new MemoryVaultFile(await fakes.sealer.sealTo('age1fake0000', text));
  return makeApp({ ...fakes, vaultFile });
};
