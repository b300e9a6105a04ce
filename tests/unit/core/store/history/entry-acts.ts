import { expect } from 'vitest';
import type { Described } from '../../../../../src-main/core/store/changes/entry-changes';
import { keyOf } from '../../../../../src-main/core/store/kinds/latest-keys';
import { entryId } from '../computer';
import type { Act } from './acts';
import { codesOf } from './code-acts';
import type { Member } from './member';

/** What a person says of an entry, and whether it is one with another. */
export const entryActs = {
  label(member, { id }) {
    describe(member, id, { label: `Label ${member.log.next()}` });
  },
  move(member, { id, pick }) {
    const serviceUrl = `https://service${member.log.next()}.test`;
    describe(member, id, { serviceUrl, tokenPrefix: pick % 2 > 0 ? 'Bearer' : '' });
  },
  archive(member, { id }) {
    const seen = member.entry(id);
    if (!seen) return;
    const reason = `reason ${member.log.next()}`;
    describe(member, id, { archived: seen.archived ? null : { at: member.now, reason } });
  },
  doubt(member, { id }) {
    if (member.entry(id)?.inDoubt === true) return;
    const parts = member.parts(id);
    describe(member, id, { inDoubt: true });
    expect(member.saidOf(({ kind }) => kind === 'doubt')).toEqual(expect.arrayContaining([...parts]));
  },
  fetch(member, { id }) {
    if (member.entry(id)?.inDoubt !== true) return;
    const doubts = member.said(id, ({ kind }) => kind === 'doubt');
    describe(member, id, { inDoubt: false });
    member.undid(doubts);
  },
  tag(member, { id, pick }) {
    const seen = member.entry(id);
    const text = ['mail', 'play', 'work'].at(pick % 3) ?? '';
    if (!seen || seen.tags.includes(text)) return;
    member.does(() => member.tag(seen, [...seen.tags, text]));
    expect(member.entry(id)?.tags).toEqual([...seen.tags, text].sort());
    const tagged = member.saidOf((deed) => deed.kind === 'tag' && deed.text === text);
    expect(tagged).toEqual(expect.arrayContaining([...member.parts(id)]));
  },
  untag(member, { id, pick }) {
    const seen = member.looked(id, pick);
    const text = seen?.tags.at(pick % seen.tags.length);
    if (!seen || text === undefined) return;
    const before = member.entry(id)?.tags ?? [];
    const tags = member.said(id, (deed) => deed.kind === 'tag' && deed.text === text);
    const left = seen.tags.filter((one) => one !== text);
    member.does(() => member.tag(seen, left));
    member.undid(tags);
    expect(member.entry(id)?.tags ?? []).toEqual(before.filter((one) => one !== text));
  },
  remove(member, { id, pick }) {
    const now = member.entry(id);
    const looked = pick % 2 > 0 ? (member.seen ?? now) : now;
    if (!looked) return;
    const codes = new Set(codesOf(looked.ledger));
    const notes = looked.ledger.sets.flatMap((set) => set.codes.flatMap(({ note }) => note.split('; ')));
    const secrets = looked.authenticators.map(({ secret }) => secret);
    const wasSeen = member.said(looked.id, (deed) => {
      if (deed.kind === 'set') return deed.codes.every((code) => codes.has(code));
      if (deed.kind === 'note') return notes.includes(deed.text);
      if (deed.kind === 'otp') return secrets.includes(deed.text);
      if (deed.kind === 'tag') return looked.tags.includes(deed.text);
      if (deed.kind === 'doubt') return looked.inDoubt;
      return deed.kind === 'account' && looked.hasAccount;
    });
    member.does(() => member.remove(looked, 'whole'));
    member.undid(wasSeen);
    if (looked === now) expect(member.entry(id)).toBeNull();
    // It may be brought back, as by a person who takes the removal back.
    member.seen = looked;
  },
  unite(member, { id, pick }) {
    const other = entryId((pick % 3) + 1);
    if (other === id) return;
    member.does(() => member.unite(id, other));
    expect(member.entry(other)).toBe(member.entry(id));
  },
  part(member, { id }) {
    const ids = member.ids(id);
    const before = member.entry(id);
    const yeses = member.said(id, ({ kind }) => kind === 'same');
    member.does(() => member.part(id));
    member.undid(yeses);
    const known = new Map(before?.ledger.sets.flatMap(({ codes }) => codes.map((one) => [one.code, one])));
    for (const part of ids) {
      expect(member.entry(part)?.ids ?? [part]).toEqual([part]);
      for (const { code, state, at, note } of member.ledger(part).sets.flatMap(({ codes }) => codes)) {
        expect({ code, state, at, notes: note.split('; ').sort() }).toEqual({
          ...{ code, state: known.get(code)?.state, at: known.get(code)?.at },
          notes: known.get(code)?.note.split('; ').sort(),
        });
      }
    }
    const parts = ids.flatMap((part) => member.entry(part) ?? []);
    expect(parts.every(({ inDoubt }) => inDoubt === before?.inDoubt)).toBe(true);
    expect([...new Set(parts.flatMap(({ ledger }) => codesOf(ledger)))].sort()).toEqual(
      [...known.keys()].sort(),
    );
  },
} satisfies Record<string, Act>;

const kindsOf: Partial<Record<keyof Described, string>> = {
  label: 'label',
  serviceUrl: 'url',
  tokenPrefix: 'prefix',
  archived: 'archived',
  inDoubt: 'doubt',
};

function describe(member: Member, id: string, differs: Partial<Described>): void {
  const seen = member.entry(id);
  const ids = member.ids(id);
  const done = member.log.deeds.length;
  member.does(() => member.describe(id, differs));
  const kinds = member.log.deeds.slice(done).map(({ kind }) => kind);
  // An edit says nothing but what is edited: all else may be another thing elsewhere by now.
  const edited = Object.keys(differs).flatMap((name) => kindsOf[name as keyof Described] ?? []);
  if (seen?.hasAccount === true) expect(edited).toEqual(expect.arrayContaining(kinds));
  expect(member.entry(id)).toMatchObject({ ...differs, hasAccount: true });
  const { label } = differs;
  if (label === undefined) return;
  for (const one of ids) expect(member.store.latest.get(keyOf('label', one))?.value).toBe(label);
}
