import type { KitPaper, KitSheet } from '#contract/backups';
import type { KitKind } from '../state/kit-form.svelte';

/** A set's name must not be broken at its hyphen: "Work (set K7-4QD), Bank". */
export const heldInWords = (holds: KitSheet['holds']): string =>
  holds
    .map(({ label, setName }) =>
      setName === '' ? label : `${label} (set ${setName.replace('-', '\u2011')})`,
    )
    .join(', ');

/** The host of a service, which is what a person knows it by; the URL itself where it cannot be read. */
export function serviceInWords(serviceUrl: string | null): string {
  if (serviceUrl === null) return 'Without a service address';
  return URL.canParse(serviceUrl) ? new URL(serviceUrl).host : serviceUrl;
}

/** What a kit takes on paper, before it is made: "3 QR codes on about 2 pages." */
export function paperInWords({ qrCodes, pages, most }: KitPaper): string {
  if (qrCodes > most) {
    return `This would take ${qrCodes} QR codes, and more than ${most} are too many to scan. Save the kit as a file instead.`;
  }
  const codes = qrCodes === 1 ? '1 QR code' : `${qrCodes} QR codes`;
  return `It takes ${codes}, and about ${pages === 1 ? '1 page' : `${pages} pages`} in all.`;
}

/** A kit for somebody else's key is read back too, but only they can open it. */
export const savedInWords = (kind: KitKind, name: string): string =>
  `Saved and ${kind === 'trusted' ? 'read back' : 'opened again'}: ${name}`;
