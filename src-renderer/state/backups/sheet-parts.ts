import { digestLength, readSheetOrder } from '#contract/sheet-order';

/** How far the reading of a sheet is. */
export interface SheetProgress {
  /** QR codes with a part of the kit. */
  readonly read: number;
  /** How many there are; null before the code with their order was read. Older sheets have none. */
  readonly of: number | null;
  /** The places of those that are missing, from 1 on, where their order is known. */
  readonly missing: readonly number[];
  /** Codes of another sheet. */
  readonly foreign: number;
}

const first = /^-----BEGIN AGE ENCRYPTED FILE-----\n/;
const last = /\n-----END AGE ENCRYPTED FILE-----$/;
const isPart =
  /^(-----BEGIN AGE ENCRYPTED FILE-----\n)?([A-Za-z0-9+/=]{1,64}\n?)*(-----END AGE ENCRYPTED FILE-----\n?)?$/;

/** What was read of a sheet: parts of a sealed text, each known by its digest. */
export class SheetParts {
  readonly #parts = new Map<string, string>();
  #order: readonly string[] | null = null;
  #otherOrders = new Set<string>();

  /**
   * Takes the texts of QR codes in. Those that were read before, and those that are of no kit, change nothing.
   *
   * @returns how many are of a kit, known or not
   */
  async add(texts: readonly string[]): Promise<number> {
    let ofKits = 0;
    for (const text of texts) {
      const order = readSheetOrder(text);
      const isOfKit = order !== null || (text !== '' && isPart.test(text));
      if (!isOfKit) continue;
      ofKits += 1;
      if (order) this.#takeOrder(order);
      else this.#parts.set(await digestOf(text), text.trimEnd());
    }
    return ofKits;
  }

  progress(): SheetProgress {
    const order = this.#order;
    const known = [...this.#parts.keys()];
    if (!order) return { read: known.length, of: null, missing: [], foreign: 0 };
    const missing = order.flatMap((digest, place) => (this.#parts.has(digest) ? [] : [place + 1]));
    const foreign = known.filter((digest) => !order.includes(digest)).length + this.#otherOrders.size;
    return { read: order.length - missing.length, of: order.length, missing, foreign };
  }

  /**
   * The sealed text; null while a part is known to be missing. Without their order the first and the last are known by
   * what they say, and the others stand as they were read.
   */
  joined(): string | null {
    const parts = this.#order?.map((digest) => this.#parts.get(digest)) ?? this.#asTheyCame();
    if (parts.length === 0 || parts.includes(undefined)) return null;
    return `${parts.join('\n')}\n`;
  }

  #takeOrder(order: readonly string[]): void {
    this.#order ??= order;
    if (this.#order.join() !== order.join()) this.#otherOrders.add(order.join());
  }

  #asTheyCame(): string[] {
    const parts = [...this.#parts.values()];
    const firsts = parts.filter((part) => first.test(part));
    const lasts = parts.filter((part) => last.test(part));
    if (firsts.length !== 1 || lasts.length !== 1) return [];
    const between = parts.filter((part) => !firsts.includes(part) && !lasts.includes(part));
    return [...new Set([...firsts, ...between, ...lasts])];
  }
}

async function digestOf(part: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(part.trimEnd()));
  return [...new Uint8Array(bytes.slice(0, digestLength / 2))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
