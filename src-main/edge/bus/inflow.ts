import { type Heard, lengthOf, readMessage } from './message';

/** The longest message that is read; whatever Latchkey listens to has less than 1 KiB. */
const longest = 1 << 16;

/**
 * Cuts what comes from a bus into messages. Anybody on the bus may send messages of any length: a long one is counted
 * down, not kept, and one that makes no sense is dropped, so that the next is heard all the same.
 */
export class Inflow {
  #came = Buffer.alloc(0);
  /** How much of a long message is still to come. */
  #toSkip = 0;

  /** @throws Error when this is no D-Bus, so that nothing that follows can be understood either */
  *take(data: Buffer): Generator<Heard> {
    this.#came = Buffer.concat([this.#came, this.#skip(data)]);
    for (let length = lengthOf(this.#came); length !== null; length = lengthOf(this.#came)) {
      if (length > longest) {
        this.#toSkip = length;
        this.#came = Buffer.from(this.#skip(this.#came));
      } else if (this.#came.length < length) return;
      else {
        const message = readMessage(this.#came.subarray(0, length));
        this.#came = this.#came.subarray(length);
        if (message) yield message;
      }
    }
  }

  #skip(data: Buffer): Buffer {
    const skipped = Math.min(this.#toSkip, data.length);
    this.#toSkip -= skipped;
    return data.subarray(skipped);
  }
}
