import { open, readFile } from 'node:fs/promises';

/** Bytes that are read and searched at once. */
const pieceSize = 16 * 1024 * 1024;

/** How often each of some texts lies in the memory of a process, by name. */
export type Found = Readonly<Record<string, number>>;

/**
 * Counts texts in what a process has written: all of its memory but what is a file's, in the two ways in which V8, the
 * system and the network hold text. The process is not stopped, and notices nothing (Linux).
 *
 * @param texts by name, each of some letters and digits
 */
export async function searchMemory(pid: number, texts: Readonly<Record<string, string>>): Promise<Found> {
  const forms = Object.entries(texts).map(
    ([name, text]) => [name, [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]] as const,
  );
  const longest = Math.max(...Object.values(texts).map((text) => 2 * text.length));
  const found: Record<string, number> = Object.fromEntries(forms.map(([name]) => [name, 0]));
  const memory = await open(`/proc/${pid}/mem`);
  try {
    for (const [from, to] of await writtenParts(pid)) {
      for (let at = from; at < to; at += pieceSize) {
        const isLast = at + pieceSize >= to;
        // What lies across the border of two pieces is found in the first.
        const piece = await readPiece(memory, at, Math.min(to - at, pieceSize + longest));
        const limit = isLast ? Infinity : pieceSize;
        for (const [name, [latin1, utf16]] of forms) {
          found[name] = (found[name] ?? 0) + count(piece, latin1, limit) + count(piece, utf16, limit);
        }
      }
    }
  } finally {
    await memory.close();
  }
  return found;
}

/** The parts of a process's memory that it may have written into. */
async function writtenParts(pid: number): Promise<[number, number][]> {
  const lines = (await readFile(`/proc/${pid}/maps`, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const [, from = '', to = '', rights = '', file = ''] =
      /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+ *(.*)$/.exec(line) ?? [];
    const isWritten = rights.startsWith('rw') || (rights.startsWith('r') && !file.startsWith('/'));
    // The kernel's own.
    if (!isWritten || /^\[v(var|dso|syscall)/.test(file)) return [];
    return [[parseInt(from, 16), parseInt(to, 16)]];
  });
}

/** Empty for a part that went away meanwhile. */
async function readPiece(
  memory: Awaited<ReturnType<typeof open>>,
  at: number,
  length: number,
): Promise<Buffer> {
  const piece = Buffer.alloc(length);
  try {
    const { bytesRead } = await memory.read(piece, 0, length, at);
    return piece.subarray(0, bytesRead);
  } catch {
    return Buffer.alloc(0);
  }
}

function count(piece: Buffer, text: Buffer, limit: number): number {
  let times = 0;
  for (let at = piece.indexOf(text); at >= 0 && at < limit; at = piece.indexOf(text, at + 1)) times += 1;
  return times;
}
