import { digestOf } from '../records/digest';
import type { StoredAccount } from '../shelves/stored-account';

/** To whom a token goes, and how. */
export type Destination = Pick<StoredAccount, 'kind' | 'serviceUrl' | 'tokenPrefix'>;

/** 120 bits, in 20 characters: Windows leaves 80 beside the longest token (docs/decisions/0001-keytar-build.md). */
const digestBytes = 15;
const form = /^1\.([\w-]{20})\.(.*)$/s;

/** The practice service's address changes, and is on this computer. */
const digest = ({ kind, serviceUrl, tokenPrefix }: Destination): string =>
  digestOf(kind === 'practice' ? ['practice'] : [serviceUrl, tokenPrefix], digestBytes);

/** A token as it is kept: with a digest of where it may go, so that no other address ever gets it. */
export const bind = (token: string, to: Destination): string => `1.${digest(to)}.${token}`;

/** The token for just that destination; null where it was kept for another one. */
export function unbind(bound: string, to: Destination): string | null {
  const [, known, token = ''] = form.exec(bound) ?? [];
  return known === digest(to) ? token : null;
}
