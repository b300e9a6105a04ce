import type { KitPaper } from '#contract/kits';
import { section } from '../catalogue';
import { figure, plural } from '../forms';

/** The dialog that makes a kit. */
export const kitWords = section('kit', {
  title: 'Export kit',
  about:
    'A kit is a sealed copy of all that Latchkey keeps, without the tokens, for a place away from this computer.',
  kind: 'Kind of kit',
  kinds: { file: 'A file', paper: 'On paper', trusted: 'For a trusted person' },

  recipient: 'Their age public key',
  recipientExample: 'age1…',
  aboutRecipient:
    'Only they can open this kit: you cannot, and no passphrase can. Latchkey cannot check whose key it is, so get it from them in person.',

  withCodes: 'Print the codes themselves, too',
  aboutPage: {
    withCodes: 'Whoever holds the page can use the codes. Keep it like a passport.',
    sealed: 'Only QR codes, which open with the passphrase: safe to leave with somebody.',
  },
  /** What goes on paper. */
  lists: 'Lists on the page',
  listsChosen: (chosen: number, all: number) =>
    chosen === all
      ? plural(all, { one: 'The one list', other: 'All # lists' })
      : `${figure(chosen)} of ${figure(all)} lists`,
  chooseLists: 'Choose lists',
  all: 'All',
  none: 'None',
  /** A list beside its box. */
  listTakes: (codes: number, qrCodes: number) => {
    const share = plural(qrCodes, { one: 'about # QR code', other: 'about # QR codes' });
    return codes === 0 ? share : `${plural(codes, { one: '# code', other: '# codes' })}, ${share}`;
  },
  noList: 'No list is chosen: tick what the page shall hold.',
  measuring: 'Measuring…',
  /** What a kit takes on paper, before it is made. */
  paper({ qrCodes, pages }: Pick<KitPaper, 'qrCodes' | 'pages'>) {
    const sheets = plural(pages, { one: '# page', other: '# pages' });
    return plural(qrCodes, {
      one: `It takes # QR code, and about ${sheets} in all.`,
      other: `It takes # QR codes, and about ${sheets} in all.`,
    });
  },
  /** It is more than anybody scans, and what to do. */
  tooLong: ({ qrCodes, most }: Pick<KitPaper, 'qrCodes' | 'most'>) =>
    `Too many for paper: it would take ${figure(qrCodes)} QR codes, and nobody scans more than ${most}. Leave lists out, or save the kit as a file, which holds everything.`,
  asFile: 'Save as a file instead',

  /** A kit for somebody else's key is read back too, but only they can open it. */
  saved: {
    opened: (name: string) => `Saved and opened again: ${name}`,
    read: (name: string) => `Saved and read back: ${name}`,
  },
  showPage: 'Show the page',
});
