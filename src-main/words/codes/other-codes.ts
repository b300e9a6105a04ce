import { section } from '../catalogue';

/** The recovery codes of other sites, which a person pasted. */
export const otherCodesWords = section('other-codes', {
  list: 'Other codes',
  all: 'All other codes',
  search: 'Search codes',
  found: (found: number, all: number) => `${found} of ${all} labels fit the search.`,
  whatFor: 'Keep the recovery codes of any other site here, sealed on this computer.',
  /** When few are left. */
  remedy: {
    urgent: 'Get new codes from the site now, while you can still sign in.',
    early: 'Get new codes from the site before you run out.',
  },

  add: 'Add codes',
  howToPaste: 'Paste or type them as the site shows them, or drop a file: text, CSV, JSON, HTML or PDF.',
  added: 'Codes added. Reveal them once and compare them with the site.',
  changeTitle: (label: string) => `Change ${label}`,
  howToChange:
    'Leave this empty to keep the present codes. New ones, pasted or from a file, begin a new set, in which codes that you have already keep their marks; the present set is kept as replaced.',
  renamed: 'Saved.',
  replaced: 'New codes saved. The old set is kept as replaced.',
  save: 'Save codes',

  removeTitle: (label: string) => `Remove ${label}?`,
  removing: 'Latchkey deletes these codes. It has them nowhere else, and this cannot be undone.',
  removingReplaced:
    'Latchkey deletes these codes and the sets that they replaced. It has them nowhere else, and this cannot be undone.',
  stayGood: 'At the site nothing changes: unused codes stay good there.',
  remove: 'Remove codes',
  removed: (label: string) => `“${label}” is removed.`,
});
