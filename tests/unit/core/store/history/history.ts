import { expect } from 'vitest';
import { viewOf } from '../../../../../src-main/core/store/view/view';
import { viewAfter } from '../../../../../src-main/core/store/view/view-after';
import { entryId } from '../computer';
import { authenticatorActs } from './authenticator-acts';
import { codeActs } from './code-acts';
import type { Deed } from './deeds';
import { entryActs } from './entry-acts';
import { grows } from './grows';
import { Log, Member, type Version } from './member';
import type { Plot, Step } from './steps';

const acts = { ...codeActs, ...entryActs, ...authenticatorActs };

/** Plays steps on some computers, and says what has to come of it: by what each knew, and not by what the store does. */
export class History {
  readonly members: readonly Member[];
  readonly goneIds = new Set<string>();
  readonly versions: Version[] = [];
  readonly #log = new Log();

  constructor({ computers, areTwins, steps }: Plot) {
    this.members = Array.from({ length: computers }, (_, place) => new Member(place + 1, this.#log));
    if (areTwins) for (const member of this.members) member.id = this.#member(0).id;
    for (const step of steps) this.#play(step);
  }

  get deeds(): readonly Deed[] {
    return this.#log.deeds;
  }

  #play(step: Step): void {
    const member = this.#member(step.who);
    const before = member.store;
    this.#do(member, step);
    if (step.does !== 'roll back' && step.does !== 'copy') grows(before, member.store);
    member.shown = viewAfter(member.shown, member.store);
    expectSame(member.shown.entries, viewOf(member.store));
    member.versions.push(member.version);
    this.versions.push(member.version);
    for (const [id] of member.store.gone) this.goneIds.add(id);
  }

  #do(member: Member, { does, entry, pick, jump, who }: Step): void {
    const id = entryId(entry);
    switch (does) {
      case 'hear': {
        const version = this.#heard(who, pick);
        if (!version) return;
        // What comes in is not always looked at before the next deed.
        member.seen = member.entry(id) ?? member.seen;
        member.hears(version.store);
        member.known = new Set([...member.known, ...version.known]);
        return;
      }
      case 'look':
        member.seen = member.entry(id);
        return;
      case 'copy': {
        const from = this.#member(who + 1);
        [member.store, member.known, member.id, member.now] = [from.store, from.known, from.id, from.now];
        return;
      }
      case 'roll back': {
        const version = member.versions[pick % (member.versions.length || 1)];
        if (version) [member.store, member.known] = [version.store, version.known];
        return;
      }
      case 'clock':
        member.now = Math.max(0, member.now + jump);
        return;
      default:
        acts[does](member, { id: beginning.has(does) ? id : oneThere(member, id, pick), pick });
    }
  }

  /** Mostly what another one knows now; else something that lay there before, perhaps out of order. */
  #heard(who: number, pick: number): Version | undefined {
    if (pick % 3 > 0) return this.#member(who + 1 + pick).versions.at(-1);
    return this.versions[pick % (this.versions.length || 1)];
  }

  #member(who: number): Member {
    const member = this.members[who % this.members.length];
    if (!member) throw new Error('nobody is there');
    return member;
  }
}

/** What can begin an entry. */
const beginning = new Set<string>(['add', 'again', 'label', 'move', 'enrol', 'unite']);

/** Any id of an entry that is there; most deeds need one. */
function oneThere({ shown: { entries } }: Member, id: string, pick: number): string {
  const { ids } = entries.find((entry) => entry.ids.includes(id)) ??
    entries[pick % entries.length] ?? { ids: [id] };
  return ids[pick % ids.length] ?? id;
}

/** The same; mostly they are the very same, which is told faster. */
function expectSame(shown: readonly unknown[], expected: readonly unknown[]): void {
  const isVery = shown.length === expected.length && shown.every((entry, place) => entry === expected[place]);
  if (!isVery) expect(shown).toEqual(expected);
}
