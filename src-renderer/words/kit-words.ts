import type { KitSheet } from '#contract/backups';
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

/** A kit for somebody else's key is read back too, but only they can open it. */
export const savedInWords = (kind: KitKind, name: string): string =>
  `Saved and ${kind === 'trusted' ? 'read back' : 'opened again'}: ${name}`;
