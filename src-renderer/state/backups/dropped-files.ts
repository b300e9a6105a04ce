import type { Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { type FileKind, kindOfFile } from '../../reading/file-kind';

type Offered = Takes<'offerRestoreFiles'>['files'];

/** Called like a sealed file, whatever a browser or a cloud made of the name: `kit (1).age`, `kit.age.txt`. */
const isCalledSealed = ({ name }: File): boolean => /\.age(\.|$)|latchkey[-_. ]?(key|backup|kit)/i.test(name);

/** Whether a drag carries files, rather than text or a link. */
export const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** What was dropped or pasted: sealed files as main takes them, or pictures and PDFs, perhaps of a printed kit. */
export type Given =
  | { readonly sealed: Offered; readonly printed?: never }
  | { readonly sealed?: never; readonly printed: readonly File[] };

/**
 * Reads what was dropped. A folder is read one level deep; among several files the sealed ones count, by
 * name or by their first bytes, and of too many the newest, never without the key. Where none is sealed, pictures and PDFs do.
 *
 * Throws `file-too-large`, and has read nothing then; `file-unreadable`; `folder-without-backups`.
 */
export async function readDropped(items: DataTransferItemList): Promise<Given> {
  // The list is empty as soon as the event is over, so that all of it is asked for before anything is waited for.
  const dropped = [...items].filter(({ kind }) => kind === 'file').map(entryOrFile);
  return readGiven((await Promise.all(dropped.map(filesOf))).flat());
}

/** Reads files that were pasted, in the same way. */
export async function readGiven(found: readonly File[]): Promise<Given> {
  const sealed = await sealedOf(found);
  if (sealed.length === 0) {
    const printed = await printedOf(found);
    if (printed.length > 0) return { printed };
  }
  const taken = worthReading(sealed.length > 0 ? sealed : found);
  return { sealed: await Promise.all(taken.map(read)) };
}

function entryOrFile(item: DataTransferItem): FileSystemDirectoryEntry | File | null {
  const entry = item.webkitGetAsEntry();
  return entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : item.getAsFile();
}

async function filesOf(dropped: FileSystemDirectoryEntry | File | null): Promise<File[]> {
  if (dropped === null) return [];
  if (dropped instanceof File) return [dropped];
  const entries = (await entriesOf(dropped)).filter((entry) => entry.isFile);
  const files = await Promise.all(entries.map((entry) => fileOf(entry as FileSystemFileEntry)));
  const sealed = await sealedOf(files);
  const worth = sealed.length > 0 ? sealed : await printedOf(files);
  if (worth.length === 0) throw new AppError('folder-without-backups');
  return worth;
}

/** A reader gives a hundred at a time, and none when it is through. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((give, fail) =>
      reader.readEntries(give, () => fail(new AppError('file-unreadable'))),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((give, fail) => entry.file(give, () => fail(new AppError('file-unreadable'))));

function worthReading(candidates: readonly File[]): File[] {
  if (candidates.length === 0) throw new AppError('file-unreadable');
  const files = candidates.filter(({ size }) => size <= limits.sealed);
  if (files.length === 0) throw new AppError('file-too-large');
  return asManyAsFit(files.sort(byUse).slice(0, limits.restoreFiles));
}

/** From the first on, as many as main takes at once. */
function asManyAsFit(files: readonly File[]): File[] {
  let bytes = 0;
  return files.filter(({ size }) => {
    const fits = bytes + size <= limits.restoreBytes;
    if (fits) bytes += size;
    return fits;
  });
}

/** Those that are called like sealed files, and those that begin like one. */
async function sealedOf(files: readonly File[]): Promise<File[]> {
  const found: File[] = [];
  let looks = 0;
  for (const one of files) {
    if (isCalledSealed(one)) {
      found.push(one);
      continue;
    }
    if (one.size > limits.sealed || looks >= limits.filesLookedAt) continue;
    looks += 1;
    if (await beginsSealed(one)) found.push(one);
  }
  return found;
}

/** Pictures and PDFs, in the order of their names: a camera numbers them, and an older sheet has no other order. */
async function printedOf(files: readonly File[]): Promise<File[]> {
  const few = files.slice(0, limits.filesLookedAt);
  const kinds = await Promise.all(few.map((one) => kindOfFile(one).catch(() => 'other' as const)));
  return few.filter((_, place) => printable.has(kinds[place] ?? 'other')).sort(byName);
}

const printable = new Set<FileKind>(['pdf', 'picture', 'other-picture']);
const byName = (a: File, b: File): number => a.name.localeCompare(b.name, undefined, { numeric: true });

const beginning = /^\s*(age-encryption\.org\/v1\n|-----BEGIN AGE ENCRYPTED FILE-----)/;

const beginsSealed = async (one: File): Promise<boolean> =>
  beginning.test(
    await one
      .slice(0, 200)
      .text()
      .catch(() => ''),
  );

const isKey = ({ name }: File): boolean => /latchkey[-_. ]?key/i.test(name);
const byUse = (a: File, b: File): number =>
  Number(isKey(b)) - Number(isKey(a)) || b.lastModified - a.lastModified;

async function read(file: File): Promise<Offered[number]> {
  const bytes = await file.arrayBuffer().catch(() => {
    throw new AppError('file-unreadable');
  });
  return { name: file.name.slice(0, limits.fileName), content: new Uint8Array(bytes) };
}
