import type { FaultKind, FileFault, RefusalKind, RestorePreview, RestoreRefusal } from '#contract/backups';
import { count } from './backup-words';
import { dateAndTime } from './time-text';

const made = (madeAt: number | null): string =>
  madeAt === null ? 'which does not say when it was made' : `made ${dateAndTime(madeAt)}`;

/** What was opened: "kit.age, made …", or of how many computers the newest were put together, and when the newest was made. */
export function sourcesInWords({ file, madeAt, sources }: RestorePreview): string {
  if (sources.length < 2) return `${file}, ${made(madeAt)}.`;
  return `The newest backups of ${sources.length} computers, put together. The last of them is ${file}, ${made(madeAt)}.`;
}

const refusals: Record<RefusalKind, (files: string) => string> = {
  damaged: (files) => `Did not open, and perhaps damaged: ${files}.`,
  'other-key': (files) => `Sealed to another key than the one beside it: ${files}.`,
  newer: (files) => `Written by a newer Latchkey, so update this one to restore from it: ${files}.`,
  'not-latchkey': (files) => `Opened, and no backup of Latchkey: ${files}.`,
  'too-large': (files) => `Larger than the 1 MiB that a backup can have: ${files}.`,
  'too-full': (files) => `Holds more than Latchkey keeps: ${files}.`,
  away: (files) =>
    `Empty on this computer, perhaps because a cloud folder has not downloaded it yet. Have it downloaded, and choose the folder again: ${files}.`,
};

/** So many names are told; of a folder full of such files the number says enough. */
const mostNames = 6;

/** What was not taken from, in one sentence for each reason. */
export function refusedInWords(refused: readonly RestoreRefusal[]): string[] {
  const kinds = [...new Set(refused.map(({ why }) => why))];
  return kinds.map((kind) => {
    const files = refused.filter(({ why }) => why === kind).map(({ file }) => file);
    const more = files.length > mostNames ? [`${files.length - mostNames} more`] : [];
    return refusals[kind]([...files.slice(0, mostNames), ...more].join(', '));
  });
}

const faults: Record<FaultKind, string> = {
  id: 'its id is no UUID',
  label: 'its label is missing, or has not 1 to 60 characters',
  serviceUrl: 'its service URL is none that Latchkey takes',
  tokenPrefix: 'its token prefix is neither empty nor Bearer',
  sets: 'its sets are no list',
  name: 'its name is too long',
  fetchedAt: 'its time is none',
  replacedAt: 'its time is none',
  codes: 'its codes are no list, or more than 1,000',
  code: 'the code is missing, empty, or longer than 200 characters',
  state: 'its state is none that Latchkey knows',
  at: 'its time is none',
  note: 'its note is longer than 200 characters',
  shape: 'it is not in the form that Latchkey reads',
};

/** "Bank, set 1, code 3: its state is none that Latchkey knows." */
export function faultInWords({ label, entry, set, code, what }: FileFault): string {
  const places = [
    label === '' ? `Entry ${entry}` : label,
    set !== null && `set ${set}`,
    code !== null && `code ${code}`,
  ].filter((part) => part !== false);
  return `${places.join(', ')}: ${faults[what]}.`;
}

/** "2 parts of it are not understood, and were left out." */
export const faultsInWords = (faultCount: number): string =>
  `${count(faultCount, 'part of it is', 'parts of it are')} not understood, and left out here. All else can be restored.`;

/** How many files were not looked into. */
export const unopenedInWords = (unopened: number): string =>
  `${count(unopened, 'more file')} of this folder ${unopened === 1 ? 'was' : 'were'} not looked into: there are too many.`;
