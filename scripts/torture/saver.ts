import { writeSync } from 'node:fs';
import { FileFailure } from '../../src-main/core/ports/files/files';
import { writeDurably } from '../../src-main/edge/files/durable-file';
import { systemFiles } from '../../src-main/edge/files/files';
import { vaultFile } from '../../src-main/edge/files/profile-files';
import { takeOver } from '../../tests/unit/core/vault/migration/left-profile';
import { startIn } from './real-profile';
import { type SavingName, savingIn } from './savings';

// The program that is tortured. What it says, it says at once: each line is a promise that something is on the disk.
const [task = '', folder = '', ...rest] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Saves numbers until it is killed. */
async function saveForEver(name: SavingName, identity: string, first: number): Promise<never> {
  const saving = savingIn(name, folder, identity);
  for (let number = first; ; number += 1) {
    await saving.save(number);
    say(number.toString());
  }
}

/** What became of a write: `kept`, or what it failed with. */
async function outcomeOf(write: Promise<void>): Promise<string> {
  return write.then(
    () => 'kept',
    (error: unknown) =>
      error instanceof FileFailure ? error.kind : ((error as NodeJS.ErrnoException).code ?? 'failed'),
  );
}

/** Writes one file, with its last good version or without. */
async function saveOnce(kind: string, content: Uint8Array): Promise<string> {
  if (kind === 'kept-file') return outcomeOf(vaultFile(folder).write(content));
  return outcomeOf(systemFiles.write({ folder, name: 'vault.age' }, content));
}

/** Fills a disk until nothing goes on it. */
async function fill(): Promise<void> {
  for (const size of [65_536, 4_096, 1]) {
    for (let number = 0; ; number += 1) {
      const outcome = await outcomeOf(
        writeDurably(`${folder}/filler-${size}-${number}`, new Uint8Array(size), 'replaced'),
      );
      if (outcome !== 'kept') break;
    }
  }
}

switch (task) {
  case 'for-ever':
    await saveForEver(rest[0] as SavingName, rest[1] ?? '', Number(rest[2]));
    break;
  case 'once':
    say(await saveOnce(rest[0] ?? '', Buffer.alloc(Number(rest[1]), 'n')));
    break;
  case 'take-over':
    say('begun');
    await takeOver(startIn(folder));
    say('over');
    // Until it is killed.
    setInterval(() => undefined, 1_000);
    break;
  case 'full': {
    say(await saveOnce('kept-file', Buffer.alloc(3_000, 'o')));
    await fill();
    for (const kind of ['kept-file', 'file']) say(await saveOnce(kind, Buffer.alloc(100_000, 'n')));
    const { sealed } = await vaultFile(folder).read();
    say(sealed && Buffer.alloc(3_000, 'o').equals(sealed) ? 'old' : 'lost');
    say(
      (await systemFiles.list(folder))
        .filter((name) => !name.startsWith('filler-'))
        .sort()
        .join(' '),
    );
    break;
  }
}
