import type * as v from 'valibot';
import type { BackedUp } from '../../records/backed-up';
import type { Entry } from '../view/entry';

/** What is in backups and kits. */
interface Written {
  /** Where they have it. */
  readonly document: keyof BackedUp;
  /** Whether comparing with a backup tells when it is another. */
  readonly compared: boolean;
}

/** What stays with the computers: then nothing can be compared. */
interface Unwritten {
  readonly document: null;
  readonly compared: false;
}

/** Where it is shown, and where it is written: what backups have under the same name is not left out of them. */
type Seen = {
  readonly [View in keyof Entry]: {
    /** Where the view shows it. */
    readonly view: View;
  } & (View extends keyof BackedUp ? Written : Written | Unwritten);
}[keyof Entry];

/** What has to be said of whatever the store knows of an entry, be it a fact or a latest value. */
type Told<Body> = Seen & {
  /** How it is read. What does not fit is kept and not shown, for a later version may have written it. */
  readonly schema: v.GenericSchema<unknown, Body>;
};

/** What has to be said of a kind of facts. */
export type Kind<Body> = Told<Body> & {
  /** Whether an entry is there while one such fact is. */
  readonly keepsAlive: boolean;
  /** With what of the entry it is removed: with its account, its codes, the whole, or never. */
  readonly goesWith: 'account' | 'codes' | 'whole' | 'nothing';
};

/** What has to be said of a key of latest values. */
type LatestKey<Value> = Told<Value> & {
  /** What its id is the id of. */
  readonly of: 'entry' | 'set';
  /** What holds while nobody said anything. */
  readonly none: Value;
};

/** One line for each kind. One that is forgotten, or says too little, does not compile. */
export type Kinds<Bodies> = { readonly [Name in keyof Bodies]-?: Kind<Bodies[Name]> };

/** The same for the keys of latest values. */
export type LatestKeys<Values> = { readonly [Name in keyof Values]-?: LatestKey<Values[Name]> };
