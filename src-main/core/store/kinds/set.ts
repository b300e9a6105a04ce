import * as v from 'valibot';
import { limits } from '#contract/limits';
import { cleanCode } from '#contract/clean-text';
import { setName } from '#contract/texts';
import type { Kind } from './kind';

/** Recovery codes that came together, in their order. */
export interface SetBody {
  readonly kind: 'set';
  readonly codes: readonly string[];
  /** Such as `K7-4QD`. Of several that share a code, the earliest one's name holds. */
  readonly name: string;
  /** Whether a service listed them, a person typed them in, or an old file had them. */
  readonly source: SetSource;
}

const sources = ['listed', 'typed', 'file'] as const;
export type SetSource = (typeof sources)[number];

/** Each once, without those that nobody could have kept; one that is no code does not take the others along. */
const eachOnce = (codes: unknown[]): string[] =>
  [
    ...new Set(
      codes.flatMap((one) =>
        typeof one === 'string' && one.length <= limits.recoveryCode ? [cleanCode(one)] : [],
      ),
    ),
  ].filter((code) => code !== '');

export const set: Kind<SetBody> = {
  schema: v.object({
    kind: v.literal('set'),
    codes: v.pipe(v.array(v.unknown()), v.transform(eachOnce)),
    name: v.fallback(setName, ''),
    source: v.fallback(v.picklist(sources), 'file'),
  }),
  keepsAlive: true,
  goesWith: 'codes',
  view: 'ledger',
  document: 'sets',
  compared: true,
};
