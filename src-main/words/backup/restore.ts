import type { BroughtField, LedgerDifference, RestoreSource } from '#contract/backups';
import { section } from '../catalogue';
import { figure, plural } from '../forms';
import { strong } from '../rich';

const brought: Record<BroughtField, string> = {
  user: 'a user name that is not here',
  note: 'a note that is not here',
  tags: 'tags that are not here',
  inDoubt: 'new codes were asked for, and nobody knows what came of it',
  authenticators: 'authenticators that are not here, or are further on',
};

const lists = (count: number): string => plural(count, { one: '# list', other: '# lists' });
const codes = (count: number): string => plural(count, { one: '# code', other: '# codes' });

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
    kit: { passphrase: 'A kit', key: 'A kit that opens with a key' },
    backup: { passphrase: 'Backups with their key', key: 'A backup without its key file' },
    vault: { passphrase: 'A vault with its key', key: 'A vault without its key' },
  } satisfies Record<RestoreSource['kind'], Record<Exclude<RestoreSource['opensWith'], 'at-hand'>, string>>,
  byKey: [
    'No passphrase opens it, but a key. Paste the key here: it begins with ',
    strong('AGE-SECRET-KEY-1'),
    '.',
  ],
  open: 'Open',
  opening: 'Opening',

  inIt: 'What is in it',
  nothing: 'There is nothing in it to take.',
  allHere: 'Everything in it is here already.',
  /** How many lists there are, and of what kind: each stands under its number. */
  sum: {
    all: 'in it',
    fresh: 'new here',
    differing: (count: number) => plural(count, { one: 'differs', other: 'differ' }),
    same: 'here already',
    equals: '=',
    plus: '+',
    of: (all: number, fresh: number, differing: number, same: number) =>
      `${lists(all)} in it: ${figure(fresh)} new here, ${figure(same)} here already, ${figure(differing)} not the same as here.`,
  },
  differing: 'Differs',
  aboutDiffering: 'These are here, too, and not the same. What is here stays, and what is used stays used.',
  fresh: 'New here',
  sameOnes: 'Here already',
  takeAllOf: (group: string) => `Take all: ${group}`,
  chosenOf: (chosen: number, all: number) => `${figure(chosen)} of ${figure(all)} chosen`,
  count: (count: number) => lists(count),
  showRows: (count: number) => plural(count, { one: 'Show # list', other: 'Show # lists' }),
  hideRows: 'Hide',
  chooseAllOrNone: 'Choose lists',
  all: 'All',
  none: 'None',
  search: 'Search in it',
  found: (found: number) =>
    found === 0 ? 'No list fits.' : plural(found, { one: '# list fits.', other: '# lists fit.' }),

  older: 'Only in older backups',
  aboutOlder:
    'A later backup of the same computer no longer has these: they were removed there, or lost. Choose what you want back.',
  stays: 'Stays as it is',
  promise: 'Nothing is deleted or overwritten: what is here stays.',
  hurry: 'In a hurry? “Show codes” works without restoring.',

  /** The button at the foot: what comes with it. */
  restoreSum: (chosen: number, newCodes: number) =>
    newCodes === 0 ? `Restore ${lists(chosen)}` : `Restore ${lists(chosen)}, ${codes(newCodes)}`,
  restoreNothing: 'Restore',
  restoring: 'Restoring…',
  noneChosen: 'No list is chosen yet: tick what you want back.',
  nothingToTake: 'There is nothing here to restore.',

  showCodes: 'Show codes',
  hideCodes: 'Hide codes',
  showCodesOf: (label: string) => `Show codes: ${label}`,
  hideCodesOf: (label: string) => `Hide codes: ${label}`,
  codesOf: (label: string) => `Codes of ${label}`,
  userName: (user: string) => `User name: ${user}`,
  noteOf: (note: string) => `Note: ${note}`,
  noCodes: 'No recovery codes.',
  authenticators: (count: number) =>
    plural(count, {
      one: 'An authenticator comes with it when it is restored.',
      other: '# authenticators come with it when it is restored.',
    }),
  set: (set: string, time: string) => ['Set ', strong(set), `, as of ${time}`],
  replacedSet: (set: string, time: string | null) => [
    'Replaced set ',
    strong(set),
    time === null ? '' : `, until ${time}`,
  ],
  copyCode: (number: number) => `Copy code ${number}`,
  copied: (number: number) =>
    `Copied code ${number}. Restored now, it counts as perhaps used; else note it where you keep it.`,
  stateAndNote: (state: string, note: string) => (note === '' ? state : `${state}; ${note}`),

  byHand: 'Kept by hand',
  inSet: (service: string, set: string) => [`${service}, set `, strong(set)],
  left: (left: number, all: number) => (all === 0 ? 'No codes' : `${left} of ${all} left`),
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
          one: '# code with another mark or note',
          other: '# codes with another mark or note',
        }),
      codesOnlyHere > 0 &&
        plural(codesOnlyHere, {
          one: '# code that is only here, and stays',
          other: '# codes that are only here, and stay',
        }),
      ...brings.map((field) => brought[field]),
    ].filter((part) => part !== false);
    const text = parts.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },

  /** What came of it, and what the accounts that came back still need. */
  restored(count: number, accounts: number) {
    const restored = plural(count, {
      one: 'One list was restored.',
      other: '# lists were restored.',
    });
    if (accounts === 0) return restored;
    return plural(accounts, {
      one: `${restored} One account came back without its token, which is in no backup: enter it in Settings.`,
      other: `${restored} # accounts came back without their tokens, which are in no backup: enter them in Settings.`,
    });
  },
  seeCodes: 'See recovery codes',

  keepBackingUp: 'Keep backing up to this folder',
  settingUp: 'Setting it up…',
  aboutKeeping: (folder: string) =>
    `Every change on this computer then goes to ${folder}, too, with the passphrase that you just typed.`,
  isKept: (folder: string) => `This computer backs up to ${folder}.`,
});
