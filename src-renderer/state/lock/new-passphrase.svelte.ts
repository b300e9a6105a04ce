import { limits } from '#contract/limits';
import { randomWords } from '../../passphrase/random-words';
import { type Score, strengthOf } from '../../passphrase/strength';

/** How long a person pauses before their passphrase is judged, in milliseconds. */
const pause = 150;

/** A passphrase that is being chosen: six random words, or one of a person's own. */
export class NewPassphrase {
  value = $state('');
  /** The person says that it is written down. A new passphrase has to be written down again. */
  writtenDown = $state(false);
  /** What was missing when the person tried to go on with it last; what is missing is said from then on. */
  tried = $state.raw<{ readonly missing: 'passphrase' | 'written-down' | null } | null>(null);
  #words = $state('');
  /** Counts what became of the field. */
  #changes = 0;
  #judged = $state.raw<{ readonly passphrase: string; readonly score: Score } | null>(null);

  /** It is still the one that was suggested. */
  readonly suggested = $derived(this.value !== '' && this.value === this.#words);
  /** As main counts them: blanks around it do not count. */
  readonly tooShort = $derived(
    Array.from(this.value.normalize('NFC').trim()).length < limits.passphraseMinimum,
  );
  /** How strong one's own passphrase is; null while that is not known, or needs no word. */
  readonly score = $derived.by(() => {
    const judged = this.#judged;
    return !this.suggested && judged?.passphrase === this.value ? judged.score : null;
  });
  /** What is missing before it can be used. */
  readonly missing = $derived.by(() => {
    if (this.tooShort) return 'passphrase';
    return this.writtenDown ? null : 'written-down';
  });

  /** Puts six new random words into the field, unless somebody types there or leaves while they are on their way. */
  async suggest(): Promise<void> {
    const before = this.#changes;
    const words = await randomWords();
    if (before !== this.#changes) return;
    this.#words = words;
    this.#become(words);
  }

  /** Takes what was typed. Line ends, which ride along with a pasted text, become spaces. */
  type(text: string): void {
    const passphrase = text.replace(/[\r\n]+/g, ' ');
    this.#become(passphrase);
    if (passphrase !== '' && !this.suggested) void this.#judge(passphrase);
  }

  /** Whether it can be used now; what is missing is said from here on. */
  ready(): boolean {
    this.tried = { missing: this.missing };
    return this.missing === null;
  }

  /** Forgets it. */
  clear(): void {
    this.#words = '';
    this.#become('');
    this.#judged = null;
    this.writtenDown = false;
    this.tried = null;
  }

  #become(passphrase: string): void {
    if (passphrase !== this.value) this.writtenDown = false;
    this.value = passphrase;
    this.#changes += 1;
  }

  async #judge(passphrase: string): Promise<void> {
    await new Promise((done) => setTimeout(done, pause));
    if (passphrase !== this.value) return;
    const score = await strengthOf(passphrase);
    if (passphrase === this.value) this.#judged = { passphrase, score };
  }
}
