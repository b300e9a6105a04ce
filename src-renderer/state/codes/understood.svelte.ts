import type { Understood, UnderstoodCode } from '#contract/calls/recovery-codes';
import { cleanCode } from '#contract/clean-text';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Leavable } from '../lock/leavable';
import { UnderstoodRow } from './understood-row.svelte';

type Way = Understood['proposed'];

/**
 * What a text with codes holds, as rows that a person sees before they are kept. Main is asked for one text at a time, and
 * when it has answered, for the text of then: an answer to an older one is never shown.
 */
export class UnderstoodCodes implements Leavable {
  rows = $state.raw<readonly UnderstoodRow[]>([]);
  /** What is said of the text beside its rows; null where there is none, or it was refused. */
  about = $state.raw<Understood | null>(null);
  /** Why there are no rows. */
  failure = $state.raw<AppError | null>(null);
  /** A person wanted to keep what was refused. */
  insisted = $state(false);
  asking = $state(false);
  /** The row whose code is being corrected, and the code as it is typed. */
  editing = $state.raw<UnderstoodRow | null>(null);
  draft = $state('');
  /** The row for which nothing was kept. */
  refused = $state.raw<UnderstoodRow | null>(null);
  /** The failure, where it is to be said aloud: whoever is still typing is not told off. */
  readonly loud = $derived(this.failure?.code === 'no-codes-found' && !this.insisted ? null : this.failure);
  readonly kept = $derived(this.rows.filter(({ isRemoved }) => !isRemoved));
  readonly way = $derived.by((): Way => {
    if (!this.about?.oneKey) return 'one-each';
    return this.#chosen ?? this.about.proposed;
  });

  readonly #backend: Backend;
  readonly #onChange: () => void;
  #text = $state('');
  #chosen = $state<Way | null>(null);
  /** What a person changed, also where it is not among the rows of now. */
  #touched: readonly UnderstoodRow[] = [];

  /** @param onChange is told of each change of the text or of a row: what was said of them before is old then */
  constructor(backend: Backend, onChange: () => void = () => undefined) {
    this.#backend = backend;
    this.#onChange = onChange;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    this.#changed();
    void this.#ask();
  }

  /** Its number in the list as it would be kept; null for one that is removed. */
  numberOf(row: UnderstoodRow): number | null {
    const place = this.kept.indexOf(row);
    return place < 0 ? null : place + 1;
  }

  /** Takes the text as one code for each line, or as a single key. */
  choose(way: Way): void {
    this.#chosen = way;
    this.#lay();
    this.#changed();
  }

  tick(row: UnderstoodRow, isUsed: boolean): void {
    row.isUsed = isUsed;
    this.#changed();
  }

  remove(row: UnderstoodRow): void {
    if (this.editing === row) this.giveUp();
    row.isRemoved = true;
    this.#changed();
  }

  putBack(row: UnderstoodRow): void {
    row.isRemoved = false;
    this.#changed();
  }

  /** Begins to correct a code; another one that is being corrected is taken as it stands. */
  correct(row: UnderstoodRow): void {
    this.finish();
    this.editing = row;
    this.draft = row.code;
  }

  /** Takes what was typed; where that is nothing, the row is removed. */
  finish(): void {
    const { editing: row } = this;
    if (!row) return;
    this.editing = null;
    const code = cleanCode(this.draft);
    if (code === row.code) return;
    if (code === '') row.isRemoved = true;
    else row.code = code;
    this.#changed();
  }

  /** Leaves the code as it was. */
  giveUp(): void {
    this.editing = null;
  }

  /**
   * The rows as they are shown; none where there is no text.
   *
   * @throws AppError why the text was refused; `codes-missing` where all rows are removed
   */
  toKeep(): UnderstoodCode[] {
    this.finish();
    this.refused = null;
    if (this.failure) {
      this.insisted = true;
      throw this.failure;
    }
    if (this.about && this.kept.length === 0) throw new AppError('codes-missing');
    return this.kept.map(({ code, isUsed }) => ({ code, isUsed }));
  }

  /** Shows the row that a refusal is about. @param place among those that were to be kept */
  refuse(place: number): void {
    const row = this.kept[place];
    if (!row) return;
    this.correct(row);
    this.refused = row;
  }

  /** Forgets the text and all that was made of it. */
  leave(): void {
    this.#text = '';
    this.#take(nothing);
    this.draft = '';
    this.insisted = false;
    this.refused = null;
  }

  #changed(): void {
    this.insisted = false;
    this.refused = null;
    this.#onChange();
  }

  async #ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    let asked: string;
    do {
      asked = this.#text;
      const answer = await this.#answerTo(asked);
      if (asked === this.#text) this.#take(answer);
    } while (asked !== this.#text);
    this.asking = false;
  }

  async #answerTo(text: string): Promise<Answer> {
    if (text.trim() === '') return nothing;
    if (text.length > limits.pastedCodes) {
      return refusal(new AppError('pasted-too-long', { needed: text.length, most: limits.pastedCodes }));
    }
    try {
      const about = await this.#backend.understandCodes({ text });
      return about.kind === 'otpauth-link'
        ? refusal(new AppError('otpauth-not-code'))
        : { about, failure: null };
    } catch (error) {
      return refusal(error instanceof AppError ? error : new AppError('bug', { reference: 'window' }));
    }
  }

  #take({ about, failure }: Answer): void {
    this.about = about;
    this.failure = failure;
    this.#lay();
    if (about ?? failure) return;
    this.#chosen = null;
    this.#touched = [];
  }

  /** Makes the rows. What a person changed of one stays for as long as there is a text. */
  #lay(): void {
    const elsewhere = this.#touched.filter((row) => !this.rows.includes(row));
    this.#touched = [...elsewhere, ...this.rows.filter(({ isTouched }) => isTouched)];
    const codes = (this.way === 'one-key' ? this.about?.oneKey : this.about?.oneEach) ?? [];
    this.rows = codes.map(
      (one) => this.#touched.find(({ understood }) => understood.code === one.code) ?? new UnderstoodRow(one),
    );
    if (this.editing && !this.rows.includes(this.editing)) this.giveUp();
  }
}

interface Answer {
  readonly about: Understood | null;
  readonly failure: AppError | null;
}

const nothing: Answer = { about: null, failure: null };
const refusal = (failure: AppError): Answer => ({ about: null, failure });
