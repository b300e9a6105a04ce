import { expect } from 'vitest';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import type { RecoveryCode } from '../../../../../src-main/core/records/recovery-code';
import { beginSet, changeCode, spendCode, takeIn } from '../../../../../src-main/core/recovery-codes/ledger';
import type { Store } from '../../../../../src-main/core/store/facts/store';
import type { Entry } from '../../../../../src-main/core/store/view/entry';
import type { Act } from './acts';
import type { Member } from './member';

export const codesOf = ({ sets }: Pick<Ledger, 'sets'>): string[] =>
  sets.flatMap((set) => set.codes.map(({ code }) => code));

/** What a person does with recovery codes. */
export const codeActs = {
  add(member, { id, pick }) {
    const codes = pick % 3 > 0 ? fresh(member) : [...fresh(member), ...unheard(member, id, pick)];
    change(member, id, (ledger) => beginSet(ledger, codes, member.now, member.random), codes);
  },
  more(member, { id, pick }) {
    const codes = fresh(member);
    // A list may hold those of several.
    const known = codesOf({ sets: member.ledger(id).sets.slice(0, (pick % 2) + 1) });
    const owners = member.saidOf((deed) => deed.kind === 'set' && deed.codes.includes(known[0] ?? ''));
    change(member, id, (ledger) => takeIn(ledger, [...known, ...codes], member.now, member.random), codes);
    const now = member.saidOf((deed) => deed.kind === 'set' && deed.codes.includes(codes[0] ?? ''));
    if (known.length === 2) expect(owners).toEqual(expect.arrayContaining([...now]));
  },
  list(member, { id, pick }) {
    const set = member.entry(id)?.ledger.sets.at(pick % 3);
    if (!set) return;
    // A service no longer lists one that is used, by whomever.
    const codes = codesOf({ sets: [set] }).slice(pick % 2);
    if (codes.length === 0) return;
    // What is used stays used; what was only missing is unused again.
    change(member, id, (ledger) => takeIn(ledger, codes, member.now, member.random), codes);
  },
  again(member, { id, pick }) {
    const lists = [...member.known].filter((deed) => deed.kind === 'set' && deed.entries.includes(id));
    const codes = lists[pick % lists.length]?.codes;
    // Typed in from paper, by somebody who knows nothing of what became of them.
    if (codes) change(member, id, (ledger) => beginSet(ledger, codes, member.now, member.random), codes);
  },
  use(member, { id, pick }) {
    const looked = member.looked(id, pick);
    const one = codeAt(looked, pick);
    if (!one || !looked || one.state === 'used') return;
    member.does(() => member.change(looked.id, (ledger) => spendCode(ledger, one.code, member.now), looked));
    expect(found(member, id, one.code)?.state ?? 'used').toBe('used');
  },
  unmark(member, { id, pick }) {
    const looked = member.looked(id, pick);
    const one = codeAt(looked, pick);
    if (one?.state !== 'used') return;
    // A use that came meanwhile, and is older than the one that was seen, stays.
    const isSeen = (at: number): boolean => at >= (one.at ?? 0);
    const marks = member.said(
      id,
      ({ kind, codes, count }) => kind === 'used' && codes[0] === one.code && isSeen(count),
    );
    editCode(member, looked, one.code, { state: 'unused', at: null });
    member.undid(marks);
  },
  note(member, { id, pick }) {
    const looked = member.looked(id, pick);
    const one = codeAt(looked, pick);
    if (!one) return;
    const note = `note ${member.log.next()}`;
    const texts = one.note.split('; ');
    const older = member.said(
      id,
      (deed) => deed.kind === 'note' && deed.codes[0] === one.code && texts.includes(deed.text),
    );
    editCode(member, looked, one.code, { note });
    member.undid(older);
  },
  restore(member) {
    const old = member.seen;
    if (!old) return;
    const now = new Set(codesOf(member.ledger(old.id)));
    const lost = old.ledger.sets.filter((set) => set.codes.some(({ code }) => !now.has(code)));
    if (lost.length === 0) return;
    const sets = lost.map((set) => ({ ...set, codes: set.codes.map((one) => ({ ...one, note: '' })) }));
    // What is brought back without looking at what is there is put first.
    change(
      member,
      old.id,
      () => ({ ...old.ledger, label: member.ledger(old.id).label, sets }),
      codesOf({ sets: sets.slice(0, 1) }),
      null,
    );
    const after = member.ledger(old.id);
    expect(codesOf(after)).toEqual(expect.arrayContaining(codesOf({ sets })));
  },
} satisfies Record<string, Act>;

/** @param codes that are current then */
function change(
  member: Member,
  id: string,
  how: (ledger: Ledger) => Ledger,
  codes: readonly string[],
  seen = member.entry(id),
): void {
  const before = member.store;
  member.does(() => member.change(id, how, seen));
  const current = codesOf({ sets: member.ledger(id).sets.slice(0, 1) });
  expect(current).toEqual(expect.arrayContaining([...codes]));
  member.did({ kind: 'listed', entries: listedIn(before, member.store, codes), codes });
}

/** The entries whose lists with some of these codes were listed by a change. */
const listedIn = (before: Store, after: Store, codes: readonly string[]): string[] =>
  [...after.latest]
    .filter(([key, value]) => key.startsWith('listed:') && before.latest.get(key) !== value)
    .flatMap(([key]) => after.facts.get(key.slice('listed:'.length)) ?? [])
    .filter(({ body }) => codes.some((code) => (body['codes'] as string[]).includes(code)))
    .map(({ of }) => of);

/** @param looked what the person has before them */
function editCode(member: Member, looked: Entry | null, code: string, differs: Partial<RecoveryCode>): void {
  if (!looked) return;
  const place = looked.ledger.sets[0]?.codes.findIndex((one) => one.code === code) ?? 0;
  const edit = (ledger: Ledger): Ledger => changeCode(ledger, place, (one) => ({ ...one, ...differs }));
  member.does(() => member.change(looked.id, edit, looked));
}

const codeAt = (entry: Entry | null, pick: number): RecoveryCode | undefined =>
  entry?.ledger.sets[0]?.codes.at(pick % 4 > 2 ? 1 : 0);

const found = (member: Member, id: string, code: string): RecoveryCode | undefined =>
  member
    .ledger(id)
    .sets.flatMap(({ codes }) => codes)
    .find((one) => one.code === code);

const fresh = ({ log }: Member): string[] => [`code${log.next()}`, `code${log.next()}`];

/** Codes of two lists that others made, and that this one has not heard of: all hang together then. */
function unheard(member: Member, id: string, pick: number): string[] {
  const lists = member.log.deeds.filter(
    (deed) => deed.kind === 'set' && deed.entries.includes(id) && !member.known.has(deed),
  );
  const chosen = [lists.at(pick % lists.length), lists.at((pick * 7 + 1) % lists.length)];
  return [...new Set(chosen.flatMap((list) => list?.codes.at(pick % 2) ?? []))];
}
