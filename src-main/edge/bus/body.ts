import { alignedTo } from './form';

/** A message's values, read one after the other. Reading beyond the end throws. */
export class Body {
  readonly lowFirst: boolean;
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, lowFirst: boolean, at = 0) {
    this.#bytes = bytes;
    this.lowFirst = lowFirst;
    this.#at = at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Unsigned, of 32 bits. */
  number(at = alignedTo(4, this.#at)): number {
    this.#at = at + 4;
    return this.lowFirst ? this.#bytes.readUInt32LE(at) : this.#bytes.readUInt32BE(at);
  }

  string(): string {
    return this.#text(this.number());
  }

  signature(): string {
    return this.#text(this.#byte());
  }

  headerField(): { code: number; value: string | number } {
    this.#at = alignedTo(8, this.#at);
    const code = this.#byte();
    const type = this.signature();
    if (type === 'u') return { code, value: this.number() };
    if (type === 'g') return { code, value: this.signature() };
    return { code, value: this.string() };
  }

  #byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }

  #text(length: number): string {
    const from = this.#at;
    // With the zero that ends it.
    this.#at += length + 1;
    if (this.#at > this.#bytes.length) throw new RangeError('a text beyond the end');
    return this.#bytes.toString('utf8', from, from + length);
  }
}
