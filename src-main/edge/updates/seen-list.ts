import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { readIfThere, writeDurably } from '../files/durable-file';
import type { SeenList } from './update-list';
import { plainVersion } from './version';

const shape = v.object({
  version: v.pipe(v.string(), v.regex(plainVersion)),
  date: v.pipe(v.string(), v.isoTimestamp()),
});

/** The file in the folder of the updates that remembers the newest list. */
const seenName = 'newest.json';

/** The newest list that was ever seen; null without one, or where the file is of no use. */
export async function readSeen(folder: string): Promise<SeenList | null> {
  try {
    const content = await readIfThere(path.join(folder, seenName));
    const read = v.safeParse(shape, JSON.parse(content?.toString('utf8') ?? 'null'));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Remembers a list that was proven. Writes nothing when it is the one that is remembered. */
export async function noteSeen(
  folder: string,
  { version, date }: SeenList,
  before: SeenList | null,
): Promise<void> {
  if (before?.version === version && before.date === date) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(path.join(folder, seenName), `${JSON.stringify({ version, date })}\n`, 'replaced');
}
