import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import { beginSet, changeCode, spendCode, takeIn } from '../../../../src-main/core/recovery-codes/ledger';
import type { Entry } from '../../../../src-main/core/store/view/entry';
import type { Store } from '../../../../src-main/core/store/facts/store';
import { Computer, entryId } from './computer';
import { grows } from './grows';
import type { Deed, Step } from './steps';

/** A store as it lay in the folder, or was kept, and what was known with it. */
interface Version {
  readonly store: Store;
  readonly known: ReadonlySet<Deed>;
  readonly counts: number;
}

class Member extends Computer {
  known: ReadonlySet<Deed> = new Set();
  counts = 0;
  readonly versions: Version[] = [];
  seen: Entry | null = null;
}

/** Plays steps on some computers, and says what has to come of it: by what each knew, and not by what the store does. */
export class History {
  readonly members: readonly Member[];
  readonly deeds: Deed[] = [];
  readonly goneIds = new Set<string>();
  readonly versions: Version[] = [];
  #fresh = 0;

  constructor(count: number) {
    this.members = Array.from({ length: count }, (_, place) => new Member(place + 1));
  }

  play(step: Step): void {
    const member = this.#member(step.who);
    const before = member.store;
    this.#do(member, step);
    if (step.does !== 'roll back' && step.does !== 'copy') grows(before, member.store);
    const version = { store: member.store, known: member.known, counts: member.counts };
    member.versions.push(version);
    this.versions.push(version);
    for (const [id] of member.store.gone) this.goneIds.add(id);
  }

  #do(member: Member, { does, entry, pick, jump, who }: Step): void {
    const id = entryId(entry);
    const seen = member.entry(id);
    const code = seen?.ledger.sets[0]?.codes.at(pick % 3)?.code;
    switch (does) {
      case 'hear': {
        const version = this.versions[pick % (this.versions.length || 1)];
        if (!version) return;
        // What comes in is not always looked at before the next deed.
        member.seen = seen ?? member.seen;
        member.hears(version.store);
        member.known = new Set([...member.known, ...version.known]);
        member.counts = Math.max(member.counts, version.counts);
        return;
      }
      case 'look':
        member.seen = seen;
        return;
      case 'copy': {
        const from = this.#member(who + 1);
        [member.store, member.known, member.id, member.now] = [from.store, from.known, from.id, from.now];
        member.counts = from.counts;
        return;
      }
      case 'roll back': {
        const version = member.versions[pick % (member.versions.length || 1)];
        if (version)
          [member.store, member.known, member.counts] = [version.store, version.known, version.counts];
        return;
      }
      case 'clock':
        member.now = Math.max(0, member.now + jump);
        return;
      case 'add': {
        const codes = pick % 3 > 0 ? this.#codes() : this.#codes(member, id, pick);
        this.#set(member, id, seen, (ledger) => beginSet(ledger, codes, member.now, member.random));
        return;
      }
      case 'more': {
        this.#set(member, id, seen, (ledger) => {
          const codes = ledger.sets[0]?.codes.map((one) => one.code) ?? [];
          return takeIn(ledger, [...codes, ...this.#codes()], member.now, member.random);
        });
        return;
      }
      case 'list': {
        const set = seen?.ledger.sets.at(pick % 3);
        if (!set) return;
        const codes = set.codes.map((one) => one.code);
        // What is used stays used; what was only missing is unused again.
        member.change(id, (ledger) => takeIn(ledger, codes, member.now, member.random));
        this.#did(member, { kind: 'listed', entry: id, codes });
        return;
      }
      case 'use': {
        if (code === undefined) return;
        const isUsed = stateOf(seen, code) === 'used';
        member.change(id, (ledger) => spendCode(ledger, code, member.now));
        if (!isUsed) this.#did(member, { kind: 'used', entry: id, codes: [code] });
        return;
      }
      case 'unmark': {
        if (code === undefined || stateOf(seen, code) !== 'used') return;
        const place = seen?.ledger.sets[0]?.codes.findIndex((one) => one.code === code) ?? 0;
        member.change(id, (ledger) =>
          changeCode(ledger, place, (one) => ({ ...one, state: 'unused', at: null })),
        );
        this.#undo(member, id, (deed) => deed.kind === 'used' && deed.codes[0] === code);
        return;
      }
      case 'note': {
        if (code === undefined) return;
        const text = `note ${this.#next()}`;
        const place = seen?.ledger.sets[0]?.codes.findIndex((one) => one.code === code) ?? 0;
        const older = this.#known(member, id, (deed) => deed.kind === 'note' && deed.codes[0] === code);
        member.change(id, (ledger) => changeCode(ledger, place, (one) => ({ ...one, note: text })));
        this.#did(member, { kind: 'note', entry: id, codes: [code], text, undoes: older });
        return;
      }
      case 'label': {
        const text = `Label ${this.#next()}`;
        member.describe(id, { label: text });
        this.#did(member, { kind: 'label', entry: id, text });
        return;
      }
      case 'remove': {
        const looked = pick % 2 > 0 ? (member.seen ?? seen) : seen;
        if (!looked) return;
        const codes = new Set(codesOf(looked.ledger));
        const texts = looked.ledger.sets.flatMap((set) => set.codes.flatMap((one) => one.note.split('; ')));
        member.remove(looked, 'whole');
        // It may be brought back, as by a person who takes the removal back.
        member.seen = looked;
        this.#undo(
          member,
          looked.id,
          (deed) =>
            (deed.kind === 'set' && deed.codes.every((one) => codes.has(one))) ||
            (deed.kind === 'note' && texts.includes(deed.text)),
        );
        return;
      }
      case 'restore': {
        const old = member.seen;
        if (!old) return;
        const now = new Set(codesOf(member.ledger(old.id)));
        const lost = old.ledger.sets.filter((set) => set.codes.some((one) => !now.has(one.code)));
        if (lost.length === 0) return;
        const bare = lost.map((set) => ({ ...set, codes: set.codes.map((one) => ({ ...one, note: '' })) }));
        member.change(
          old.id,
          () => ({ ...old.ledger, label: member.ledger(old.id).label, sets: bare }),
          null,
        );
        this.#did(member, { kind: 'label', entry: old.id, text: member.ledger(old.id).label });
        for (const set of bare) {
          for (const one of set.codes.filter(({ state }) => state === 'used')) {
            this.#did(member, { kind: 'used', entry: old.id, codes: [one.code] });
          }
          this.#did(member, { kind: 'set', entry: old.id, codes: set.codes.map((one) => one.code) });
        }
        // What is brought back without looking at what is there is put first.
        this.#did(member, {
          kind: 'listed',
          entry: old.id,
          codes: codesOf({ ...old.ledger, sets: bare.slice(0, 1) }),
        });
        return;
      }
      case 'count':
        member.counts += 1;
        member.counter(`counter-of-${entryId(entry).slice(-5)}`.slice(0, 16), [0, member.counts]);
    }
  }

  #set(member: Member, id: string, seen: Entry | null, how: (ledger: Ledger) => Ledger): void {
    member.change(id, how, seen);
    if (!seen) this.#did(member, { kind: 'label', entry: id, text: 'Mail' });
    const codes = member.ledger(id).sets[0]?.codes.map(({ code }) => code) ?? [];
    this.#did(member, { kind: 'set', entry: id, codes });
    this.#did(member, { kind: 'listed', entry: id, codes });
  }

  #known(member: Member, entry: string, which: (deed: Deed) => boolean): Set<Deed> {
    return new Set([...member.known].filter((deed) => deed.entry === entry && which(deed)));
  }

  #undo(member: Member, entry: string, which: (deed: Deed) => boolean): void {
    this.#did(member, { kind: 'undone', entry, undoes: this.#known(member, entry, which) });
  }

  #did(member: Member, done: Partial<Deed> & Pick<Deed, 'kind' | 'entry'>): void {
    const deed: Deed = { codes: [], text: '', after: member.known, undoes: new Set(), ...done };
    this.deeds.push(deed);
    member.known = new Set([...member.known, deed]);
  }

  #member(who: number): Member {
    const member = this.members[who % this.members.length];
    if (!member) throw new Error('nobody is there');
    return member;
  }

  /** Two codes, and with a pick two of lists that others made and this one has not heard of: they hang together then. */
  #codes(member?: Member, id?: string, pick = 0): string[] {
    const made = this.deeds
      .filter((deed) => deed.kind === 'set' && deed.entry === id && !member?.known.has(deed))
      .flatMap(({ codes }) => codes);
    const old = [pick, pick * 7].flatMap((place) => made.at(place % made.length) ?? []);
    return [...new Set([`code${this.#next()}`, ...old, `code${this.#next()}`])];
  }

  #next(): number {
    this.#fresh += 1;
    return this.#fresh;
  }
}

export const codesOf = ({ sets }: Ledger): string[] =>
  sets.flatMap((set) => set.codes.map(({ code }) => code));

const stateOf = (entry: Entry | null, code: string): string | undefined =>
  entry?.ledger.sets.flatMap((set) => set.codes).find((one) => one.code === code)?.state;
