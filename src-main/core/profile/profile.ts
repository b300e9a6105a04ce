import * as v from 'valibot';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Random } from '../ports/random';
import type { ProfileFile } from '../ports/files/profile-file';
import { readVersioned, type Versioned, writeJson } from '../records/versioned';

const id = v.pipe(v.string(), v.uuid());
const recipient = v.nullable(v.pipe(v.string(), v.maxLength(limits.recipient)));
/** More are not worth a look: who copies a copy of a copy has opened each. */
const mostEarlier = 8;

const stored = v.object({
  schema: v.literal(1),
  id,
  place: v.pipe(v.string(), v.maxLength(limits.path)),
  recipient,
  earlier: v.pipe(v.array(v.object({ id: v.nullable(id), recipient })), v.maxLength(mostEarlier)),
  left: v.optional(
    v.pipe(v.array(v.object({ id: v.nullable(id), recipient })), v.maxLength(mostEarlier)),
    [],
  ),
  tokensFrom: v.pipe(v.array(v.nullable(id)), v.maxLength(mostEarlier)),
});
type Stored = v.InferOutput<typeof stored>;

/** A profile as the keychain may know it: by an id, or, as the first version had it, by none. */
export type Earlier = Stored['earlier'][number];

const profileText: Versioned<Stored> = { schema: 1, shape: stored, migrations: {} };

interface Parts {
  readonly file: ProfileFile;
  readonly random: Random;
  /** Whether there are settings or a vault of a version that had no `profile.json`. */
  readonly hasPast: () => Promise<boolean>;
}

/**
 * Which profile this is: a random id, the place where it was made, and the public half of the key to its vault. They name
 * its entries in the keychain, so that no profile takes or removes those of another, and steer nothing else. A copy, and
 * one that was moved, takes a new id and entries of its own; it reads those of the profile that it was made from, and
 * never removes them.
 */
export class Profile {
  readonly #parts: Parts;
  #now: Stored;
  #onDisk = false;
  /** The file is a later version's, or cannot be read: it is left alone. */
  #frozen = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#now = this.#fresh([]);
  }

  get id(): string {
    return this.#now.id;
  }

  /** The public half of the key that lies under this profile's own name; null until there is one. */
  get recipient(): string | null {
    return this.#now.recipient;
  }

  /** Under which other names the key may lie, while there is none under this profile's own. */
  get earlier(): readonly Earlier[] {
    return this.#now.earlier;
  }

  /** Under which names keys lie to vaults that were put aside, the latest first. */
  get left(): readonly Earlier[] {
    return this.#now.left;
  }

  /** Whose tokens are still to be copied to names of this profile's own. */
  get tokensFrom(): readonly (string | null)[] {
    return this.#now.tokensFrom;
  }

  /** Finds out which profile this is. Writes nothing that is in order, and never rejects. */
  async load(): Promise<void> {
    const read = await this.#read().catch(() => {
      this.#frozen = true;
      return null;
    });
    const { place } = this.#parts.file;
    if (read?.place === place) {
      this.#now = read;
      this.#onDisk = true;
      return;
    }
    if (read) {
      const from = { id: read.id, recipient: read.recipient };
      // What it had not copied yet lies where it would have looked itself.
      const earlier = read.recipient === null ? read.earlier : [from, ...read.earlier];
      this.#now = this.#fresh(earlier, [read.id, ...read.tokensFrom], read.left);
    } else if (await this.#parts.hasPast().catch(() => true))
      this.#now = this.#fresh([{ id: null, recipient: null }], [null]);
    await this.settle().catch(() => undefined);
  }

  /**
   * Sees to it that the id is on disk, before anything is kept under it.
   *
   * @throws AppError `settings-not-saved`; `settings-read-only` when the file is a later version's
   */
  async settle(): Promise<void> {
    if (!this.#onDisk) await this.#write(this.#now);
  }

  /** Notes whose key it is that lies under this profile's own name. @throws as `settle` */
  async name(key: string): Promise<void> {
    if (key === this.recipient) return this.settle();
    await this.#writeTwice({ ...this.#now, recipient: key, earlier: [] });
  }

  /** Goes on without a key, and notes under which names those may lie that open what was put aside. @throws as `settle` */
  async leaveKey(): Promise<void> {
    const { id, recipient, earlier, left } = this.#now;
    const own = recipient === null ? [] : [{ id, recipient }];
    if (own.length + earlier.length === 0) return this.settle();
    const names = [...own, ...earlier, ...left].slice(0, mostEarlier);
    await this.#writeTwice({ ...this.#now, recipient: null, earlier: [], left: names });
  }

  async #writeTwice(next: Stored): Promise<void> {
    await this.#write(next);
    // Twice, so that the version before it names the key, too: without its name it cannot be found.
    await this.#write(next);
  }

  /** Notes that every token lies under a name of this profile's own. What cannot be written is done again next time. */
  async noteTokensMoved(): Promise<void> {
    await this.#write({ ...this.#now, tokensFrom: [] }).catch(() => undefined);
  }

  #fresh(
    earlier: readonly Earlier[],
    tokensFrom: readonly (string | null)[] = [],
    left: readonly Earlier[] = [],
  ): Stored {
    const { file, random } = this.#parts;
    return {
      schema: 1,
      id: random.uuid(),
      place: file.place.slice(0, limits.path),
      recipient: null,
      earlier: earlier.slice(0, mostEarlier),
      left: [...left],
      tokensFrom: tokensFrom.slice(0, mostEarlier),
    };
  }

  /** The file, or its last good version; null without one. Rejects where it must not be written over. */
  async #read(): Promise<Stored | null> {
    const { text, backup } = await this.#parts.file.read();
    for (const one of [text, backup]) {
      const read = one === null ? null : readVersioned(profileText, one);
      if (read?.kind === 'good') return read.value;
      if (read?.kind === 'newer') throw new AppError('settings-read-only');
    }
    return null;
  }

  async #write(next: Stored): Promise<void> {
    if (this.#frozen) throw new AppError('settings-read-only');
    await this.#parts.file.write(writeJson(next)).catch(() => {
      throw new AppError('settings-not-saved');
    });
    this.#now = next;
    this.#onDisk = true;
  }
}
