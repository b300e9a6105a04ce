import type { FaultKind, FileFault, RefusalKind } from '#contract/backups';
import { section } from './catalogue';
import { plural } from './forms';

/** @param time when it was made, as the computer writes it; null where the file does not say */
const made = (time: string | null): string =>
  time === null ? 'which does not say when it was made' : `made ${time}`;

/** What was opened to restore from, and what in it could not be used. */
export const remarksOnFilesWords = section('remarks-on-files', {
  one: (file: string, time: string | null) => `${file}, ${made(time)}.`,
  /** @param file the one that was made last */
  several: (computers: number, file: string, time: string | null) =>
    `The newest backups of ${computers} computers, put together. The last of them is ${file}, ${made(time)}.`,

  notAll: 'Not all files of this folder are in what follows.',
  more: (files: number) => `${files} more`,
  refused: {
    damaged: (files) => `Did not open, and perhaps damaged: ${files.join(', ')}.`,
    'other-key': (files) => `Sealed to another key than the one beside it: ${files.join(', ')}.`,
    newer: (files) =>
      `Written by a newer Latchkey, so update this one to restore from it: ${files.join(', ')}.`,
    'not-latchkey': (files) => `Opened, and no backup of Latchkey: ${files.join(', ')}.`,
    'too-large': (files) => `Larger than the 1 MiB that a backup can have: ${files.join(', ')}.`,
    'too-full': (files) => `Holds more than Latchkey keeps: ${files.join(', ')}.`,
    away: (files) =>
      `Empty on this computer, perhaps because a cloud folder has not downloaded it yet. Have it downloaded, and choose the folder again: ${files.join(', ')}.`,
  } satisfies Record<RefusalKind, (files: readonly string[]) => string>,
  unopened: (files: number) =>
    plural(files, {
      one: '# more file of this folder was not looked into: there are too many.',
      other: '# more files of this folder were not looked into: there are too many.',
    }),

  faults: (count: number) =>
    plural(count, {
      one: '# part of it is not understood, and left out here. All else can be restored.',
      other: '# parts of it are not understood, and left out here. All else can be restored.',
    }),
  /** "Bank, set 1, code 3: its state is none that Latchkey knows." */
  fault({ label, entry, set, code }: FileFault, what: string) {
    const places = [
      label === '' ? `Entry ${entry}` : label,
      ...(set === null ? [] : [`set ${set}`]),
      ...(code === null ? [] : [`code ${code}`]),
    ];
    return `${places.join(', ')}: ${what}.`;
  },
  moreFaults: (count: number) => `And ${count} more.`,
  what: {
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
  } satisfies Record<FaultKind, string>,
});
