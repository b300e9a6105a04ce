import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { kindOf, quickSealer, sealer } from './sealers';

const passphrase = 'correct horse battery';
const text = 'aaaa-bbbb-cccc';
const identity = await sealer.newIdentity();
const recipient = await sealer.recipientOf(identity);
/** With a letter changed, as after a slip of the hand. */
const typo = identity.slice(0, -1) + (identity.endsWith('Q') ? 'P' : 'Q');

/** All that an error carries. */
async function told(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => expect.unreachable(),
    (reason: unknown) => reason,
  );
  return inspect(error, { depth: null, showHidden: true });
}

describe('an error', () => {
  it('holds neither passphrase, key nor text', async () => {
    const byKey = await sealer.sealTo(recipient, text);
    const byPassphrase = await quickSealer.sealWithPassphrase(passphrase, text, 'binary');
    const stranger = await sealer.newIdentity();
    const errors = await Promise.all([
      told(sealer.recipientOf(typo)),
      told(sealer.recipientOf(passphrase)),
      told(sealer.sealTo(identity, text)),
      told(sealer.sealTo(recipient.slice(0, -1), text)),
      told(sealer.sealTo(recipient, text.repeat(limits.sealed / 10))),
      told(sealer.openWith(typo, byKey)),
      told(sealer.openWith(stranger, byKey)),
      told(sealer.openWith(identity, byKey.subarray(0, -3))),
      told(sealer.openWith(identity, new TextEncoder().encode(text))),
      told(quickSealer.openWithPassphrase(`${passphrase}!`, byPassphrase)),
      told(quickSealer.openWithPassphrase(passphrase, byPassphrase.subarray(0, -3))),
      told(quickSealer.sealWithPassphrase(passphrase, text.repeat(limits.sealed / 10), 'binary')),
    ]);
    for (const error of errors) {
      for (const secret of [passphrase, text, identity, typo, stranger]) {
        expect(error).not.toContain(secret.slice(0, 12));
      }
    }
  });

  it('tells of a malformed key that it does not fit', async () => {
    const sealed = await sealer.sealTo(recipient, text);
    expect(await kindOf(sealer.openWith(typo, sealed))).toBe('wrong-key');
    expect(await kindOf(sealer.openWith('', sealed))).toBe('wrong-key');
  });
});
