import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { MemorySecrets } from '../../tests/fakes/memory-secrets';

/** A keychain that outlives the program, as the real ones do: each change is in its file at once, whole. */
export class FileSecrets extends MemorySecrets {
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
    for (const [name, value] of Object.entries(JSON.parse(text) as Record<string, string>))
      this.entries.set(name, value);
  }

  override async write(...given: Parameters<MemorySecrets['write']>): ReturnType<MemorySecrets['write']> {
    const result = await super.write(...given);
    this.#keep();
    return result;
  }

  override async remove(name: string): ReturnType<MemorySecrets['remove']> {
    const result = await super.remove(name);
    this.#keep();
    return result;
  }

  #keep(): void {
    writeFileSync(`${this.#file}.tmp`, JSON.stringify(Object.fromEntries(this.entries)));
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}
