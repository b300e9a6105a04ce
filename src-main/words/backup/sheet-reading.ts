import { section } from '../catalogue';
import { listed, plural } from '../forms';

/** How far the reading of a sheet is; the window's SheetProgress. */
interface Progress {
  readonly read: number;
  readonly of: number | null;
  readonly missing: readonly number[];
}

/** So many places are named; of more the number says enough. */
const mostPlaces = 8;

/** A printed kit that is read out of photos, scans and PDFs. */
export const sheetReadingWords = section('sheet-reading', {
  title: 'The printed kit',
  choose: 'Read a printed kit',
  about: 'For a printed kit: photos, scans or its PDF, in any order.',
  kit: 'A printed kit',

  read: ({ read, of }: Progress) =>
    of === null
      ? plural(read, { one: '# QR code read', other: '# QR codes read' })
      : `${read} of ${plural(of, { one: '# QR code read', other: '# QR codes read' })}`,
  now: (file: string) => (file === '' ? 'Reading' : `Reading ${file}`),
  /** What is to be done now. */
  next({ read, of, missing }: Progress, mayBeAll: boolean) {
    if (missing.length > 0 && missing.length <= mostPlaces) {
      const places = listed(missing.map(String));
      return plural(missing.length, {
        one: `Number ${places} is missing. Add a photo of it.`,
        other: `Numbers ${places} are missing. Add photos of them.`,
      });
    }
    if (of !== null) return 'Add photos of the others.';
    if (read === 0) return 'Add a photo of the page with the QR codes.';
    return mayBeAll
      ? 'Is that all of them? An older kit has no code named “Order”: then open what was read. Else add a photo of that one.'
      : 'Add the others, and the small code named “Order”, which tells how many there are.';
  },
  foreign: 'There are codes of another kit among them. Latchkey goes on with the first one.',
  openAsRead: 'Open what was read',
});
