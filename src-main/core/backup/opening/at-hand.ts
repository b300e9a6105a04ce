import type { Refusal } from '../../ports/sealing/foreign';
import type { Sealer } from '../../ports/sealing/sealer';
import type { Chosen } from './restore-source';

/**
 * Looks whether keys of this computer open what was chosen, so that nothing needs to be typed. Only where it may be a vault:
 * to ask the keychain may ask the person.
 *
 * @param keysAtHand gives age identities
 * @returns what was chosen, with those that open something of it; to be opened with them alone where they open all of it,
 * or where nothing that could be typed is known
 */
export async function withKeysAtHand(
  sealer: Sealer,
  chosen: Chosen,
  keysAtHand: () => Promise<readonly string[]>,
): Promise<Chosen> {
  const { source, files, sealedKeys } = chosen;
  const mayBeVault = source.kind === 'vault' || source.opensWith === 'key';
  if (!mayBeVault || (source.opensWith === 'passphrase' && sealedKeys.length === 0)) return chosen;
  const keys = await keysAtHand();
  const fitting = new Set<string>();
  let opened = 0;
  for (const { read } of keys.length === 0 ? [] : files) {
    const sealed = await read().catch(() => null);
    const key = sealed && (await keyOf(sealer, sealed, keys));
    if (key === null) continue;
    opened += 1;
    fitting.add(key);
  }
  if (opened === 0) return chosen;
  const isEnough = opened === files.length || sealedKeys.length === 0;
  return {
    ...chosen,
    source: isEnough ? { ...source, kind: 'vault', opensWith: 'at-hand' } : source,
    identities: [...fitting],
  };
}

/** Another process opens it, for it may be long, and somebody else's. */
async function keyOf(sealer: Sealer, sealed: Uint8Array, keys: readonly string[]): Promise<string | null> {
  for (const key of keys) {
    const opener = { by: 'identities', identities: [key] } as const;
    const { refused } = await sealer.readForeign([{ name: '', sealed }], opener, 0);
    if (!refused.some(({ why }) => shut[why])) return key;
  }
  return null;
}

/** Whether a file was not opened at all, whatever is in it. */
const shut: { readonly [Why in Refusal['why']]: boolean } = {
  'wrong-key': true,
  damaged: true,
  'not-sealed': true,
  'too-large': true,
  'too-costly': true,
  newer: false,
  'not-latchkey': false,
  'too-full': false,
};
