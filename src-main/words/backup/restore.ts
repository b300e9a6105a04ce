import type { BroughtField, LedgerDifference, RestoreSource } from '#contract/backups';
import { section } from '../catalogue';
import { plural } from '../forms';
import { strong } from '../rich';

const brought: Record<BroughtField, string> = {
  user: 'a user name that is not here',
  note: 'a note that is not here',
  tags: 'tags that are not here',
  inDoubt: 'new codes were asked for, and nobody knows what came of it',
  authenticators: 'authenticators that are not here',
};

/** The screen that restores from a backup or a kit. */
export const restoreWords = section('restore', {
  about: 'Bring accounts and codes back from a kit, a backup or a vault. What is here stays as it is.',
  chooseSource: 'Choose what to restore from',
  drop: [
    'Drop a kit here, or a backup together with its ',
    strong('latchkey-key.age'),
    ', or the whole folder.',
  ],
  chooseFile: 'Choose a file',
  chooseFolder: 'Choose a folder',
  chooseAnother: 'Choose another file',

  /** What was chosen, by what opens it. */
  atHand: 'A vault that opens with a key on this computer',
  source: {
    kit: { passphrase: 'A kit', key: 'A kit, sealed to an age key' },
    backup: { passphrase: 'Backups with their key', key: 'A backup without its key file' },
    vault: { passphrase: 'A vault with its key', key: 'A vault without its key' },
  } satisfies Record<RestoreSource['kind'], Record<Exclude<RestoreSource['opensWith'], 'at-hand'>, string>>,
  byKey: [
    'It is sealed to an age key. Paste the age identity here: it begins with ',
    strong('AGE-SECRET-KEY-1'),
    '.',
  ],
  open: 'Open',
  opening: 'Opening',

  inIt: 'What is in it',
  nothing: 'There is nothing in it to take.',
  allHere: 'Everything in it is here already.',
  older: 'Only in older backups',
  aboutOlder:
    'A later backup of the same computer no longer has these: they were removed there, or lost. Choose what you want back.',
  stays: 'Stays as it is',
  promise: 'Nothing is deleted or overwritten: what is here stays.',
  restore: 'Restore',

  noService: 'Without a service address',
  inSet: (service: string, set: string) => [`${service}, set `, strong(set)],
  left: (left: number, codes: number) => (codes === 0 ? 'No codes' : `${left} of ${codes} left`),
  same: 'The same is here.',
  onlyHere: 'Not in this file.',
  onlyThere: 'Not on this computer.',
  differs({
    codesOnlyThere,
    codesChanged,
    codesOnlyHere,
    brings,
  }: Pick<LedgerDifference, 'codesOnlyThere' | 'codesChanged' | 'codesOnlyHere' | 'brings'>) {
    const parts = [
      codesOnlyThere > 0 &&
        plural(codesOnlyThere, { one: '# code that is not here', other: '# codes that are not here' }),
      codesChanged > 0 &&
        plural(codesChanged, {
          one: '# code with another state or note',
          other: '# codes with another state or note',
        }),
      codesOnlyHere > 0 &&
        plural(codesOnlyHere, {
          one: '# code that is only here, and stays',
          other: '# codes that are only here, and stay',
        }),
      ...brings.map((field) => brought[field]),
    ].filter((part) => part !== false);
    return `${parts.join('; ')}.`;
  },

  /** What came of it, and what the accounts that came back still need. */
  restored(entries: number, accounts: number) {
    const restored = plural(entries, {
      one: 'One entry was restored.',
      other: '# entries were restored.',
    });
    if (accounts === 0) return restored;
    return plural(accounts, {
      one: `${restored} One account came back without its token, which is in no backup: enter it in Settings.`,
      other: `${restored} # accounts came back without their tokens, which are in no backup: enter them in Settings.`,
    });
  },
  seeCodes: 'See recovery codes',
});
