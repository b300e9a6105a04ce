import type { KitSheet } from '#contract/kits';
import { section } from '../catalogue';
import { listed, plural } from '../forms';
import { strong } from '../rich';

/** The kit on paper: its screen, and the page that is printed. */
export const sheetWords = section('sheet', {
  print: 'Print',
  savePdf: 'Save as PDF',
  done: 'Done',
  pdfShowsCodes: 'A PDF of this page shows the codes to anyone who opens it.',

  title: 'Latchkey recovery kit',
  made: (time: string) => `Made ${time}`,
  byHand: 'Kept by hand',
  /** What stands above codes. */
  about: (service: string, set: string, day: string) => [`${service}, set `, strong(set), `, as of ${day}`],
  used: 'used',
  noCodes: 'No codes.',

  sealed: 'The sealed kit',
  /** A set's name must not be broken at its hyphen: "It holds: Work (set K7-4QD) and Bank." */
  holds(entries: KitSheet['holds']) {
    const named = entries.map(({ label, setName }) =>
      setName === '' ? label : `${label} (set ${setName.replace('-', '\u2011')})`,
    );
    return `It holds: ${listed(named)}.`;
  },
  /** Whoever finds the page has to know that it is not all there was. */
  leftOut: (count: number) =>
    plural(count, {
      one: 'It does not hold one more list, which was left out.',
      other: 'It does not hold # more lists, which were left out.',
    }),
  qrCode: (place: number, count: number) => `QR code ${place} of ${count}`,
  placeOf: (place: number, count: number) => `${place} of ${count}`,
  order: 'Order',
  aboutOrder:
    'This small QR code tells Latchkey how many there are, and in which order. It holds nothing of the kit: leave it out where you scan them by hand.',

  guide: {
    title: 'How to use this kit',
    useCode:
      'To sign in with a code from this page, use one that is not ticked. Each works once: tick it then.',
    restore: [
      'To bring back what it holds, choose ',
      strong('Restore'),
      ' in Latchkey, then ',
      strong('Read a printed kit'),
      '. Give it photos or scans of the QR codes, or the PDF of this page, in any order.',
    ],
    without: (qrCodes: number) => [
      qrCodes === 1
        ? 'Without Latchkey: scan the QR code into one text file named '
        : `Without Latchkey: scan the ${qrCodes} QR codes in their order into one text file named `,
      strong('kit.age'),
      qrCodes === 1 ? '. ' : ': each begins on a new line, with no empty line between. ',
      'Install age, which is free (age-encryption.org), and run ',
      strong('age --decrypt kit.age'),
      '.',
    ],
    passphrase: 'Both ask for the passphrase of this kit. It does not stand on this page.',
  },
});
