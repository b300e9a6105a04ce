import * as v from 'valibot';
import type { Kinds } from './kind';
import { account, type AccountBody } from './account';
import { doubt, type DoubtBody } from './doubt';
import { note, type NoteBody } from './note';
import { otp } from './otp';
import type { OtpBody } from './otp-body';
import { same, type SameBody } from './same';
import { set, type SetBody } from './set';
import { state, type StateBody } from './state';
import { tag, type TagBody } from './tag';
import type { Fact } from '../facts/store';
import { compareTexts, compareTicks, type Tick } from '../facts/tick';

/** What facts of each kind say. */
export interface Bodies {
  readonly account: AccountBody;
  readonly set: SetBody;
  readonly state: StateBody;
  readonly note: NoteBody;
  readonly doubt: DoubtBody;
  readonly same: SameBody;
  readonly otp: OtpBody;
  readonly tag: TagBody;
}

export const kinds: Kinds<Bodies> = { account, set, state, note, doubt, same, otp, tag };

/** A fact of a kind that this version knows, as it was read. */
export interface Known<Body = Bodies[keyof Bodies]> {
  readonly id: string;
  readonly of: string;
  readonly tick: Tick;
  readonly body: Body;
}

/** What is known of an entry, by kinds, the earlier first. */
export type ByKind = { readonly [Name in keyof Bodies]: readonly Known<Bodies[Name]>[] };

const names = Object.keys(kinds) as (keyof Bodies)[];

const isKind = (name: string): name is keyof Bodies => Object.hasOwn(kinds, name);

/** Sorts facts by their kinds. What this version does not know, or cannot read, is left out. */
export function byKind(facts: Iterable<readonly [string, Fact]>): ByKind {
  const found: { [Name in keyof Bodies]: Known[] } = {
    account: [],
    set: [],
    state: [],
    note: [],
    doubt: [],
    same: [],
    otp: [],
    tag: [],
  };
  for (const [id, { of, tick, body }] of facts) {
    if (!isKind(body.kind)) continue;
    const read = v.safeParse<v.GenericSchema<unknown, Bodies[keyof Bodies]>>(kinds[body.kind].schema, body);
    if (read.success) found[body.kind].push({ id, of, tick, body: read.output });
  }
  for (const list of Object.values(found)) list.sort(compareFacts);
  return found as unknown as ByKind;
}

/** The facts that keep an entry alive, the earlier first. */
export const keptAliveBy = (known: ByKind): Known[] =>
  names
    .filter((name) => kinds[name].keepsAlive)
    .flatMap((name): readonly Known[] => known[name])
    .sort(compareFacts);

/** Orders facts by when they came to be known. */
export const compareFacts = (one: Known, other: Known): number =>
  compareTicks(one.tick, other.tick) || compareTexts(one.id, other.id);
