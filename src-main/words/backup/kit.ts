import type { KitPaper } from '#contract/backups';
import { section } from '../catalogue';
import { plural } from '../forms';

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
  /** What a kit takes on paper, before it is made. */
  paper({ qrCodes, pages, most }: KitPaper) {
    if (qrCodes > most) {
      return `This would take ${qrCodes} QR codes, and more than ${most} are too many to scan. Save the kit as a file instead.`;
    }
    const sheets = plural(pages, { one: '# page', other: '# pages' });
    return plural(qrCodes, {
      one: `It takes # QR code, and about ${sheets} in all.`,
      other: `It takes # QR codes, and about ${sheets} in all.`,
    });
  },

  /** A kit for somebody else's key is read back too, but only they can open it. */
  saved: {
    opened: (name: string) => `Saved and opened again: ${name}`,
    read: (name: string) => `Saved and read back: ${name}`,
  },
  showPage: 'Show the page',
});
