import * as v from 'valibot';
import { time } from '#contract/basics';
import { label, unnamed, words } from '#contract/texts';
import { serviceUrl } from '../../records/service-url';
import type { Entry } from '../view/entry';
import type { LatestKeys } from './kind';
import type { Latest, Store } from '../facts/store';
import { compareTexts, compareTicks } from '../facts/tick';

/** What there is one value of, for an entry or a set fact. */
export interface LatestValues {
  readonly label: string;
  readonly user: string;
  readonly pinned: boolean;
  readonly archived: Entry['archived'];
  readonly url: string | null;
  readonly prefix: '' | 'Bearer';
  /** When a set was last listed, typed in or put first: the latest one is the current set. Epoch milliseconds. */
  readonly listed: number | null;
  /** When another set took its place, in epoch milliseconds. */
  readonly replaced: number | null;
}

const inBackups = { of: 'entry', compared: true } as const;
const ofSet = { of: 'set', view: 'ledger', document: 'sets', none: null, schema: v.nullable(time) } as const;

export const latestKeys: LatestKeys<LatestValues> = {
  label: { ...inBackups, schema: label, view: 'label', document: 'label', none: unnamed },
  user: { ...inBackups, schema: words, view: 'user', document: 'user', none: '' },
  pinned: { ...inBackups, schema: v.boolean(), view: 'pinned', document: 'pinned', none: false },
  archived: {
    ...inBackups,
    schema: v.nullable(v.object({ at: time, reason: words })),
    view: 'archived',
    document: 'archived',
    none: null,
  },
  url: {
    ...inBackups,
    schema: v.nullable(serviceUrl),
    view: 'serviceUrl',
    document: 'serviceUrl',
    none: null,
  },
  prefix: {
    ...inBackups,
    schema: v.picklist(['', 'Bearer']),
    view: 'tokenPrefix',
    document: 'tokenPrefix',
    none: '',
  },
  // Which set is the current one is compared; when it became so is not.
  listed: { ...ofSet, compared: true },
  replaced: { ...ofSet, compared: false },
};

/** Under which key a value lies. */
export const keyOf = (name: keyof LatestValues, id: string): string => `${name}:${id}`;

/** What was said last, of one or of several that are one; undefined where nobody said anything. */
export function lastOf(store: Store, name: keyof LatestValues, ids: readonly string[]): Latest | undefined {
  return ids
    .flatMap((id) => store.latest.get(keyOf(name, id)) ?? [])
    .sort((one, other) => compareTicks(other.tick, one.tick) || compareTexts(textOf(other), textOf(one)))[0];
}

/** The value that holds. */
export function valueOf<Name extends keyof LatestValues>(
  store: Store,
  name: Name,
  ids: readonly string[],
): LatestValues[Name] {
  const { schema, none } = latestKeys[name];
  const read = v.safeParse(schema, lastOf(store, name, ids)?.value);
  return (read.success ? read.output : none) as LatestValues[Name];
}

const textOf = (latest: Latest): string => JSON.stringify(latest);
