import { OpenFailure } from '../../core/ports/sealing/open-failure';
import type { Sealer } from '../../core/ports/sealing/sealer';
import { TooLongToSeal } from '../../core/ports/sealing/sealer';
import { isRecipient, lockAtStart, lockOf, openAgeFile, quickForm, sealAgeFile } from './age-file';
import type { PassphraseWork } from './on-demand';
import type { PassphraseReply } from './passphrase-job';

/**
 * Sealing with age. Keys take milliseconds and are worked with here. Passphrases take a second, and files of strangers as
 * long as strangers like: both are left to another process. age-encryption is loaded with the first call, since no start needs it.
 */
export function createSealer(passphrases: PassphraseWork): Sealer {
  return {
    prepare: () => passphrases.prepare(),

    async newIdentity() {
      const { generateX25519Identity } = await import('age-encryption');
      return generateX25519Identity();
    },

    async recipientOf(identity) {
      const { identityToRecipient } = await import('age-encryption');
      try {
        return await identityToRecipient(identity);
      } catch {
        // Not the library's words: they quote the identity.
        throw new Error('not an age identity');
      }
    },

    isRecipient: (text) => isRecipient(text),
    lockOf: (sealed) => lockOf(sealed),
    lockAtStart,
    sealTo: (recipient, text, form = 'binary') => sealAgeFile(recipient, text, form),
    openWith: openAgeFile,

    async sealWithPassphrase(passphrase, text, form) {
      const reply = await passphrases.do({ do: 'seal', passphrase, text, form });
      if (reply.kind === 'sealed') return reply.sealed;
      throw failure(reply);
    },

    async openWithPassphrase(passphrase, sealed) {
      // A copy, because a message takes along all that lies in memory around a view.
      const file = Uint8Array.from(await quickForm(sealed));
      const reply = await passphrases.do({ do: 'open', passphrase, sealed: file });
      if (reply.kind === 'opened') return reply.text;
      throw failure(reply);
    },

    async readForeign(files, opener, now) {
      // Copies, as above.
      const copies = files.map(({ name, sealed }) => ({ name, sealed: Uint8Array.from(sealed) }));
      const reply = await passphrases.do({ do: 'read', files: copies, opener, now });
      if (reply.kind === 'read') return reply.foreign;
      throw failure(reply);
    },

    async compareForeign(contents, here) {
      const reply = await passphrases.do({ do: 'compare', contents, here });
      if (reply.kind === 'compared') return reply.ledgers;
      throw failure(reply);
    },

    async showForeign(contents, place) {
      const reply = await passphrases.do({ do: 'show', contents, place });
      if (reply.kind === 'shown') return reply.entry;
      throw failure(reply);
    },

    async mergeForeign(contents, here, places) {
      const reply = await passphrases.do({ do: 'merge', contents, here, places });
      if (reply.kind === 'merged') return reply.taken;
      throw failure(reply);
    },
  };
}

function failure(reply: PassphraseReply): Error {
  if (reply.kind === 'too-long') return new TooLongToSeal();
  return reply.kind === 'refused' ? new OpenFailure(reply.why) : new Error('the sealing process failed');
}
