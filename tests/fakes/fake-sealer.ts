import { limits } from '#contract/limits';
import type { PreviewLedger } from '#contract/backups';
import type { Foreign, ForeignFile } from '../../src-main/core/ports/sealing/foreign';
import { type OpenedText, readForeign } from '../../src-main/core/backup/opening/read-foreign';
import { compareForeign, mergeForeign, showForeign } from '../../src-main/core/backup/opening/weigh-foreign';
import type { Kept } from '../../src-main/core/records/backed-up';
import type { TakenForeign } from '../../src-main/core/ports/sealing/foreign';
import { OpenFailure } from '../../src-main/core/ports/sealing/open-failure';
import {
  type Opener,
  type SealedForm,
  type Sealer,
  TooLongToSeal,
} from '../../src-main/core/ports/sealing/sealer';
import { FakeRandom } from './fake-random';

const longest = limits.sealed;
const shape = /^fake-age ([^\n]+)\n([0-9A-Za-z+/=\n]*)\n([0-9a-f]+)$/;

/**
 * Sealing by label: a header that names the key, the text in base64, and a checksum. Not secret, but honest: the
 * wrong key, a changed byte and a file of another kind each fail as with age, and nothing can be read at a glance.
 */
export class FakeSealer implements Sealer {
  /** The process that seals has ended. */
  broken = false;
  /** What a seal really seals: one that spoils texts is made with this. */
  seals = (text: string): string => text;
  /** What was sealed and opened so far, in order. */
  readonly done: ('seal' | 'open')[] = [];
  #count = 0;
  readonly #random = new FakeRandom(0xf0000000);

  /** How often a passphrase was about to be entered. */
  prepared = 0;

  prepare(): void {
    this.prepared += 1;
  }

  newIdentity(): Promise<string> {
    this.#count += 1;
    return Promise.resolve(`AGE-SECRET-KEY-1FAKE${String(this.#count).padStart(4, '0')}`);
  }

  recipientOf(identity: string): Promise<string> {
    const [, ending] = /^AGE-SECRET-KEY-1(\w+)$/.exec(identity) ?? [];
    if (ending === undefined) return Promise.reject(new Error('not an age identity'));
    return Promise.resolve(`age1${ending.toLowerCase()}`);
  }

  sealTo(recipient: string, text: string, form: SealedForm = 'binary'): Promise<Uint8Array> {
    return this.#seal(recipient, text, form);
  }

  async openWith(identity: string, sealed: Uint8Array): Promise<string> {
    return this.#open(await this.recipientOf(identity), sealed);
  }

  isRecipient(text: string): Promise<boolean> {
    return Promise.resolve(/^age1fake\w+$/.test(text));
  }

  lockOf(sealed: Uint8Array): Promise<'passphrase' | 'key'> {
    const file = Buffer.from(sealed).toString('latin1');
    if (file.length > longest) return Promise.reject(new OpenFailure('too-large'));
    if (!file.startsWith('fake-age ')) return Promise.reject(new OpenFailure('not-sealed'));
    return Promise.resolve(file.startsWith('fake-age scrypt-') ? 'passphrase' : 'key');
  }

  lockAtStart(start: Uint8Array): 'passphrase' | 'key' | null {
    const file = Buffer.from(start).toString('latin1');
    if (!file.startsWith('fake-age ')) return null;
    return file.startsWith('fake-age scrypt-') ? 'passphrase' : 'key';
  }

  readForeign(files: readonly ForeignFile[], opener: Opener, now: number): Promise<Foreign> {
    const open = async (sealed: Uint8Array): Promise<OpenedText> => {
      if (opener.by === 'passphrase')
        return { text: await this.openWithPassphrase(opener.passphrase, sealed), identity: null };
      let failure: unknown = new OpenFailure('wrong-key');
      for (const identity of opener.identities) {
        try {
          return { text: await this.openWith(identity, sealed), identity };
        } catch (error) {
          failure = error;
          if (!(error instanceof OpenFailure && error.kind === 'wrong-key')) break;
        }
      }
      throw failure;
    };
    return readForeign(files, open, now, this.#random);
  }

  compareForeign(...[contents, here]: Parameters<Sealer['compareForeign']>): Promise<PreviewLedger[]> {
    return Promise.resolve(compareForeign(contents, here));
  }

  showForeign(...[contents, place]: Parameters<Sealer['showForeign']>): Promise<Kept | null> {
    return Promise.resolve(showForeign(contents, place));
  }

  mergeForeign(
    ...[contents, here, places]: Parameters<Sealer['mergeForeign']>
  ): Promise<TakenForeign | null> {
    return Promise.resolve(mergeForeign(contents, here, places, this.#random));
  }

  sealWithPassphrase(passphrase: string, text: string, form: SealedForm): Promise<Uint8Array> {
    return this.#seal(`scrypt-${checksum(passphrase.normalize('NFC'))}`, text, form);
  }

  openWithPassphrase(passphrase: string, sealed: Uint8Array): Promise<string> {
    return this.#open(`scrypt-${checksum(passphrase.normalize('NFC'))}`, sealed);
  }

  #seal(key: string, text: string, form: SealedForm): Promise<Uint8Array> {
    if (this.broken) return Promise.reject(new Error('the process ended'));
    this.done.push('seal');
    const base64 = Buffer.from(this.seals(text)).toString('base64');
    const body = form === 'binary' ? base64 : (base64.match(/.{1,64}/g) ?? []).join('\n');
    const file = Buffer.from(`fake-age ${key}\n${body}\n${checksum(body)}`);
    if (file.length > longest) return Promise.reject(new TooLongToSeal());
    return Promise.resolve(new Uint8Array(file));
  }

  #open(key: string, sealed: Uint8Array): Promise<string> {
    if (this.broken) return Promise.reject(new Error('the process ended'));
    this.done.push('open');
    const file = Buffer.from(sealed).toString('latin1');
    const [, header, body = '', sum] = shape.exec(file) ?? [];
    if (file.length > longest) return Promise.reject(new OpenFailure('too-large'));
    if (!file.startsWith('fake-age ')) return Promise.reject(new OpenFailure('not-sealed'));
    if (header === undefined) return Promise.reject(new OpenFailure('damaged'));
    if (header !== key) return Promise.reject(new OpenFailure('wrong-key'));
    if (checksum(body) !== sum) return Promise.reject(new OpenFailure('damaged'));
    return Promise.resolve(Buffer.from(body, 'base64').toString('utf8'));
  }
}

/** FNV-1a: enough to notice a changed byte. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum.toString(16);
}
