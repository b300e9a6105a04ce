import type { Attachment } from 'svelte/attachments';
import { type Came, isWholeCode, tidyCode } from '../../words/code-text';

interface Parts {
  /** What stands in the field, as the state has it. */
  readonly code: () => string;
  /** Hands over what the field holds now. The state has the new text when this returns. */
  readonly take: (text: string, came: Came) => void;
}

/** Kinds of input that bring a text at once, as far as they are named. */
const wholes: ReadonlySet<string> = new Set(['insertFromPaste', 'insertFromDrop', 'insertReplacementText']);

/**
 * The one input behind the boxes: when its text is taken, and where its caret stands. While an input method composes, the
 * text is the method's own: it is taken once it has composed, and once only.
 */
export class CodeInput {
  /** Where the caret stands, or what is selected. It never reaches outside of the code. */
  readonly range = $derived.by(() => {
    const { length } = this.#parts.code();
    return { from: Math.min(this.#seen.from, length), to: Math.min(this.#seen.to, length) };
  });
  #seen = $state.raw({ from: 0, to: 0 });
  #composing = false;
  /** What the field held after it had been composed: some systems tell of it a second time. */
  #composed: string | null = null;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly attach: Attachment<HTMLInputElement> = (input) => {
    const follow = (): void => this.#follow(input);
    const on: Partial<{ [N in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[N]) => void }> = {
      compositionstart: () => (this.#composing = true),
      compositionend: ({ data }) => this.#hasComposed(input, data),
      input: (event) => this.#input(input, event),
      paste: (event) => this.#insertWhole(input, event, event.clipboardData),
      drop: (event) => this.#insertWhole(input, event, event.dataTransfer),
      keydown: ({ isComposing }) => {
        if (!isComposing) this.#composed = null;
      },
      selectionchange: follow,
      focus: follow,
    };
    const listening = new AbortController();
    for (const [name, listener] of Object.entries(on)) {
      input.addEventListener(name, listener as EventListener, { signal: listening.signal });
    }
    // Another text leaves the caret elsewhere, and not every browser tells of that.
    $effect(() => {
      this.#parts.code();
      follow();
    });
    return () => listening.abort();
  };

  #follow({ selectionStart, selectionEnd }: HTMLInputElement): void {
    this.#seen = { from: selectionStart ?? 0, to: selectionEnd ?? 0 };
  }

  #input(input: HTMLInputElement, event: Event): void {
    if (this.#composing) return;
    const isRepeated = this.#composed === input.value;
    this.#composed = null;
    if (!isRepeated) this.#take(input, cameBy(event));
  }

  #hasComposed(input: HTMLInputElement, data: string): void {
    this.#composing = false;
    // Given up, and nothing has changed.
    if (data === '' && input.value === this.#parts.code()) return;
    this.#take(input, data.length > 1 ? 'whole' : 'typed');
    this.#composed = input.value;
  }

  #take(input: HTMLInputElement, came: Came): void {
    const { value } = input;
    const before = value.slice(0, input.selectionStart ?? value.length);
    this.#parts.take(value, came);
    this.#show(input, tidyCode(before).length);
  }

  /** A whole code takes the place of whatever was typed; anything else goes where the caret is. */
  #insertWhole(input: HTMLInputElement, event: Event, data: DataTransfer | null): void {
    const text = data?.getData('text/plain') ?? '';
    if (input.readOnly || this.#composing) return;
    if (!isWholeCode(text)) return;
    event.preventDefault();
    input.focus();
    this.#parts.take(text, 'whole');
    this.#show(input, Infinity);
  }

  /** Shows what the state has made of the text, with the caret where it was in it. */
  #show(input: HTMLInputElement, caret: number): void {
    const code = this.#parts.code();
    if (input.value !== code) {
      const place = Math.min(caret, code.length);
      input.value = code;
      input.setSelectionRange(place, place);
    }
    this.#follow(input);
  }
}

function cameBy(event: Event): Came {
  if (!(event instanceof InputEvent)) return 'whole';
  return wholes.has(event.inputType) || (event.data ?? '').length > 1 ? 'whole' : 'typed';
}
