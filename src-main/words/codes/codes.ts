import type { CodeState } from '#contract/snapshot';
import { section } from '../catalogue';
import { plural } from '../forms';
import { strong } from '../rich';

/** A list of recovery codes, whoever gave them. Days and times come as they are shown; codes count from 1 on. */
export const codesWords = section('codes', {
  heading: 'Recovery codes',
  whose: 'Whose codes',
  ofAccount: 'This account',
  ofOthers: 'Other codes',

  unsealed: 'These codes are not sealed on this computer: they are gone when you quit. Copy them now.',
  left: (left: number, total: number) => (total === 0 ? 'No codes in this set' : `${left} of ${total} left`),
  meter: 'Codes left',
  set: (name: string, time: string) => ['Set ', strong(name), `, as of ${time}`],
  /** Said when so many are left, with what to do about it. */
  fewLeft: {
    0: 'No unused code is left.',
    1: 'One code is left.',
    2: 'Two codes are left.',
    3: 'Three codes are left.',
  },
  onlyCopied: 'Those that were only copied may still be good.',
  useNext: 'Use next code',
  reveal: 'Reveal codes',
  hide: 'Hide codes',
  hiddenIn: (time: string) => `Hidden again in ${time}.`,
  howToTick: 'Tick a code once it is used.',

  list: 'Codes',
  used: 'Used',
  isUsed: (number: number) => `Code ${number} used`,
  copy: (number: number) => `Copy code ${number}`,
  note: 'Note',
  noteOn: (number: number) => `Note on code ${number}`,
  more: (number: number) => `More for code ${number}`,
  correct: 'Correct',
  correctCode: (number: number) => `Correct code ${number}`,
  code: 'Code',
  /** Before a code is used that has a note. */
  noteFirst: 'The other codes are used, or have a note, too. Using this one copies it and marks it as used.',
  useNoted: (number: number) => `Use code ${number}`,
  states: {
    used: (day: string | null) => (day === null ? 'Used' : `Used ${day}`),
    'perhaps-used': (day: string | null) =>
      day === null ? 'Perhaps used (copied)' : `Perhaps used (copied ${day})`,
    gone: (day: string | null) =>
      day === null ? 'Gone: the service no longer lists it' : `Gone ${day}: the service no longer lists it`,
  } satisfies Record<Exclude<CodeState, 'unused'>, (day: string | null) => string>,
  markUsed: 'Mark as used',
  markUsedCode: (number: number) => `Mark as used: code ${number}`,
  notUsed: 'Not used',
  notUsedCode: (number: number) => `Not used: code ${number}`,

  copied: (number: number) => `Copied code ${number}.`,
  copiedAndUsed: (number: number) => `Code ${number} is copied and marked as used.`,
  marked: {
    used: (number: number) => `Code ${number} is marked as used.`,
    unused: (number: number) => `Code ${number} counts as not used.`,
  },
  corrected: (number: number) => `Code ${number} is corrected.`,
  removed: (number: number) => `Code ${number} is removed.`,
  putBack: (number: number) => `Code ${number} is back.`,

  replacedSets: (count: number) => `Replaced sets (${count})`,
  replacedAt: (time: string) => `Replaced ${time}`,
  replacedKept: (count: number) =>
    plural(count, {
      one: 'One replaced set is kept, shown below the revealed codes.',
      other: '# replaced sets are kept, shown below the revealed codes.',
    }),
});
