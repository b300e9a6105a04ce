import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { InOrder } from '../../core/turns/in-order';
import { writeDurably } from '../files/durable-file';
import type { WindowPlace } from './window-place';

/** Milliseconds without a further move before the place is written: a drag makes hundreds. */
const calm = 800;

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const length = v.pipe(pixels, v.minValue(100));
const stored = v.object({ x: pixels, y: pixels, width: length, height: length, maximized: v.boolean() });

/**
 * Remembers where the main window stood, in `window.json` of the profile: not among the settings, which are worth more
 * than to be written after every move. Trouble with it is not worth a word either: the window then opens in its usual
 * place.
 */
export class PlaceFile {
  readonly #file: string;
  #saved: WindowPlace | null = null;
  #latest: WindowPlace | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #saving = new InOrder();

  /** @param profile the folder, which is there */
  constructor(profile: string) {
    this.#file = path.join(profile, 'window.json');
  }

  /** Read at once: the window opens by it, and a hundred bytes take a tenth of a millisecond. Null when unknown. */
  read(): WindowPlace | null {
    try {
      this.#saved ??= v.parse(stored, JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // There is none yet, or it is none of ours.
    }
    return this.#latest ?? this.#saved;
  }

  /** Whether something is still to be written. */
  get isUnsaved(): boolean {
    return this.#latest !== null && !isSame(this.#latest, this.#saved);
  }

  /** Takes note of where the window is now; it is written a little later. */
  note(place: WindowPlace): void {
    this.#latest = place;
    clearTimeout(this.#timer);
    if (this.isUnsaved) this.#timer = setTimeout(() => void this.save(), calm);
  }

  /** Writes what is to be written. Never rejects. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#saving.run(async () => {
      const place = this.#latest;
      if (place === null || !this.isUnsaved) return;
      const { x, y, width, height, maximized } = place;
      const text = `${JSON.stringify({ x, y, width, height, maximized })}\n`;
      await writeDurably(this.#file, text, 'replaced').catch(() => undefined);
      // One that cannot be written is not tried again before the window moves.
      this.#saved = place;
    });
  }
}

const isSame = (one: WindowPlace, other: WindowPlace | null): boolean =>
  other !== null &&
  one.maximized === other.maximized &&
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height;
