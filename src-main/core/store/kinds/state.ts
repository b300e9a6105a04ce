import * as v from 'valibot';
import { time } from '#contract/basics';
import { recoveryCode } from '#contract/texts';
import type { CodeState } from '#contract/snapshot';
import type { Kind } from './kind';

/** What became of a code. It outlives the code: whoever brings the code back must not find it unused. */
export interface StateBody {
  readonly kind: 'state';
  readonly code: string;
  readonly state: SpentState;
  /** When it came into that state, in epoch milliseconds; null where nobody knows. */
  readonly at: number | null;
}

export type SpentState = Exclude<CodeState, 'unused'>;

export const state: Kind<StateBody> = {
  schema: v.object({
    kind: v.literal('state'),
    code: recoveryCode,
    state: v.picklist(['perhaps-used', 'gone', 'used']),
    at: v.fallback(v.nullable(time), null),
  }),
  keepsAlive: false,
  goesWith: 'nothing',
  view: 'ledger',
  document: 'sets',
  compared: true,
};

const weight: { readonly [State in SpentState]: number } = { 'perhaps-used': 1, gone: 2, used: 3 };

/** Orders states by how much they count: below zero where the first counts less. Of two alike the older one counts. */
export const compareStates = (
  one: Pick<StateBody, 'state' | 'at'>,
  other: Pick<StateBody, 'state' | 'at'>,
): number => weight[one.state] - weight[other.state] || moment(other.at) - moment(one.at);

const moment = (at: number | null): number => at ?? Number.MAX_SAFE_INTEGER;
