import type { TakenOver } from '#contract/snapshot';
import { hasOtherLetters, originOf } from '#contract/service-origin';
import { serviceHost } from './service-host';

/** An account as it is looked through: whose it says it is, and where its token goes. */
export interface TakenOverRow {
  readonly label: string;
  /** With the port where it is not the scheme's own; the address itself where it is none. */
  readonly host: string;
}

/** The accounts that wait for a yes, those with a host of their own first: one that is not like the others stands out. */
export function takenOverRows({ accounts }: TakenOver): TakenOverRow[] {
  const rows = accounts.map(({ label, serviceUrl }) => ({ label, host: serviceHost(serviceUrl) ?? '' }));
  const times = new Map<string, number>();
  for (const { host } of rows) times.set(host, (times.get(host) ?? 0) + 1);
  const timesOf = ({ host }: TakenOverRow): number => times.get(host) ?? 0;
  return rows.sort(
    (one, other) =>
      timesOf(one) - timesOf(other) || compare(one.host, other.host) || compare(one.label, other.label),
  );
}

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Whether a host has letters that can look like others. */
export const hasLookalikes = ({ accounts }: TakenOver): boolean =>
  accounts.some(({ serviceUrl }) => hasOtherLetters(originOf(serviceUrl) ?? serviceUrl));
