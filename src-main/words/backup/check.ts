import type { CheckedLedger } from '#contract/backups';
import { section } from '../catalogue';
import { plural } from '../forms';
import { strong } from '../rich';

const unused = (codes: number, left: number): string =>
  codes === 0
    ? 'no codes'
    : plural(codes, { one: `# code, ${left} unused`, other: `# codes, ${left} unused` });

/** The dialog that proves that a backup opens. */
export const checkWords = section('check', {
  opening: 'Opening it with the passphrase…',
  about:
    'Latchkey opens the newest backup in this folder with it and compares it, code by code, with what is here.',
  check: 'Check',

  /** @param codes in the file, all of them as here */
  same(file: string, made: string, codes: number) {
    const found = plural(codes, { one: 'the one code is there', other: 'all # codes are there' });
    return ['Opened ', strong(file), ` from ${made}: ${codes === 0 ? 'everything is there' : found}.`];
  },
  differs: (file: string, made: string) => [
    'Opened ',
    strong(file),
    ` from ${made}: it differs from what is here.`,
  ],
  set: (name: string) => ['set ', strong(name)],

  onlyHere: (codes: number, left: number) => `Not in the backup: ${unused(codes, left)}.`,
  onlyThere: (codes: number, left: number) => `In the backup alone: ${unused(codes, left)}.`,
  codesOnlyHere: (codes: number) =>
    plural(codes, { one: '# code is not in the backup.', other: '# codes are not in the backup.' }),
  codesOnlyThere: (codes: number) =>
    plural(codes, { one: '# code is in the backup alone.', other: '# codes are in the backup alone.' }),
  codesChanged: (codes: number) =>
    plural(codes, {
      one: '# code has another mark or note there.',
      other: '# codes have another mark or note there.',
    }),
  /** What else is not as it is here, by the field. */
  differing: {
    id: 'It stands in the backup as another entry, as after it was removed here and added anew.',
    label: 'It has another name in the backup.',
    user: 'It has another user name in the backup.',
    entryNote: 'It has another note in the backup.',
    tags: 'It has other tags in the backup.',
    pinned: 'It is pinned in one place and not in the other.',
    archived: 'It is in the archive in one place and not in the other, or for another reason.',
    inDoubt: 'Whether new codes were asked for without an answer stands in one place and not in the other.',
    serviceUrl: 'It has another service address in the backup.',
    tokenPrefix: 'Something else stands before its token in the backup.',
    authenticators: 'It has other authenticators in the backup.',
    sets: 'Its codes stand in another order in the backup.',
    setId: 'A set of codes is known as another one in the backup.',
    name: 'A set of codes has another name in the backup.',
    fetchedAt: 'The backup has another time at which a set was last listed.',
    replacedAt: 'The backup has another time at which a set was replaced.',
    state: 'A code that was replaced has another mark in the backup.',
    at: 'The backup has another time at which a code was marked.',
    note: 'A code that was replaced has another note in the backup.',
  } satisfies Record<CheckedLedger['differing'][number], string>,

  backUp: '“Back up now” writes what is here into a new backup.',
  backUpOrRestore:
    '“Back up now” writes what is here into a new backup. “Restore” brings in what only the backup has; the older backups are kept for it.',
  damaged: 'Newer backups did not open. Check the drive, and write a new one with “Back up now”.',
});
