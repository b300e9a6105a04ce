import type * as v from 'valibot';
import type { BackedUp } from '../../records/backed-up';
import type { Entry } from '../view/entry';

/** What has to be said of whatever the store knows of an entry, be it a fact or a latest value. */
interface Told<Body> {
  /** How it is read. What does not fit is kept and not shown, for a later version may have written it. */
  readonly schema: v.GenericSchema<unknown, Body>;
  /** Where the view shows it. */
  readonly view: keyof Entry;
  /** Where backups and kits have it; null where it stays with the computers. */
  readonly document: keyof BackedUp | null;
  /** Whether comparing with a backup tells when it is another. */
  readonly compared: boolean;
}

/** What has to be said of a kind of facts. */
export interface Kind<Body> extends Told<Body> {
  /** Whether an entry is there while one such fact is. */
  readonly keepsAlive: boolean;
  /** With what of the entry it is removed: with its account, its codes, the whole, or never. */
  readonly goesWith: 'account' | 'codes' | 'whole' | 'nothing';
}

/** What has to be said of a key of latest values. */
interface LatestKey<Value> extends Told<Value> {
  /** What its id is the id of. */
  readonly of: 'entry' | 'set';
  /** What holds while nobody said anything. */
  readonly none: Value;
}

/** One line for each kind. One that is forgotten, or says too little, does not compile. */
export type Kinds<Bodies> = { readonly [Name in keyof Bodies]-?: Kind<Bodies[Name]> };

/** The same for the keys of latest values. */
export type LatestKeys<Values> = { readonly [Name in keyof Values]-?: LatestKey<Values[Name]> };
