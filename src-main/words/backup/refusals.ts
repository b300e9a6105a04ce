import type { FaultKind, FileFault, RefusalKind } from '#contract/backups';
import { section } from '../catalogue';
import { listed, plural } from '../forms';

const faults: Record<FaultKind, string> = {
  id: 'its id is no UUID',
  label: 'its label is missing, or has not 1 to 60 characters',
  user: 'its user name is no text, or longer than 300 characters',
  tags: 'its tags are no list of texts of at most 60 characters',
  pinned: 'whether it is pinned is neither true nor false',
  archived: 'it does not say since when and why it is in the archive',
  inDoubt: 'whether it is in doubt is neither true nor false',
  serviceUrl: 'its service URL is none that Latchkey takes',
  tokenPrefix: 'its token prefix is neither empty nor Bearer',
  authenticators: 'its authenticators are no list',
  authenticator: 'it is no otpauth link of at most 2,048 characters',
  sets: 'its sets are no list',
  name: 'its name is too long',
  fetchedAt: 'its time is none',
  replacedAt: 'its time is none',
  codes: 'its codes are no list, or more than 5,000',
  code: 'the code is missing, empty, or longer than 200 characters',
  state: 'its state is none that Latchkey knows',
  at: 'its time is none',
  note: 'its note is no text, or longer than 1,048,576 characters',
  shape: 'it is not in the form that Latchkey reads',
};

/** What a file or a folder to restore from is, and what of it was not taken. Times come as they are shown. */
export const refusalsWords = section('refusals', {
  /** What was opened, and when it was made, as far as it says so. */
  opened: (file: string, time: string | null) =>
    time === null ? `${file}, which does not say when it was made.` : `${file}, made ${time}.`,
  /** The same of several that were put together, of which the last is named. */
  openedSeveral: (computers: number, file: string, time: string | null) =>
    time === null
      ? `The newest backups of ${computers} computers, put together. The last of them is ${file}, which does not say when it was made.`
      : `The newest backups of ${computers} computers, put together. The last of them is ${file}, made ${time}.`,

  files: (names: readonly string[], more: number) => listed(more > 0 ? [...names, `${more} more`] : names),
  notAll: 'Not all files of this folder are in what follows.',
  refused: {
    damaged: (files: string) => `Did not open, and perhaps damaged: ${files}.`,
    'other-key': (files: string) => `Sealed to another key than the one beside it: ${files}.`,
    newer: (files: string) => `Written by a newer Latchkey, so update this one to restore from it: ${files}.`,
    'not-latchkey': (files: string) => `Opened, and no backup of Latchkey: ${files}.`,
    'too-large': (files: string) => `Larger than the 16 MiB that a backup can have: ${files}.`,
    'too-full': (files: string) => `Holds more than Latchkey keeps: ${files}.`,
    away: (files: string) =>
      `Empty on this computer, perhaps because a cloud folder has not downloaded it yet. Have it downloaded, and choose the folder again: ${files}.`,
  } satisfies Record<RefusalKind, (files: string) => string>,
  unopened: (count: number) =>
    plural(count, {
      one: '# more file of this folder was not looked into: there are too many.',
      other: '# more files of this folder were not looked into: there are too many.',
    }),

  faults: (count: number) =>
    plural(count, {
      one: '# part of it is not understood, and left out here. All else can be restored.',
      other: '# parts of it are not understood, and left out here. All else can be restored.',
    }),
  moreFaults: (count: number) => `And ${count} more.`,
  /** "Bank, set 1, code 3: its state is none that Latchkey knows." */
  fault: ({ label, entry, set, code, authenticator, what }: FileFault) => {
    const place = [
      label === '' ? `Entry ${entry}` : label,
      set !== null && `set ${set}`,
      code !== null && `code ${code}`,
      authenticator !== null && `authenticator ${authenticator}`,
    ].filter((part) => part !== false);
    return `${place.join(', ')}: ${faults[what]}.`;
  },
});
