import { describe, expect, it } from 'vitest';
import { entryRecord } from '../../../../src-main/core/records/backed-up';
import { setCounter } from '../../../../src-main/core/store/changes/counter-changes';
import { changedEntries } from '../../../../src-main/core/store/facts/changed-entries';
import { join } from '../../../../src-main/core/store/facts/join';
import { StoreDraft } from '../../../../src-main/core/store/facts/store-draft';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import type { Kind, Kinds, LatestKeys } from '../../../../src-main/core/store/kinds/kind';
import { type Bodies, kinds } from '../../../../src-main/core/store/kinds/kinds';
import { latestKeys, type LatestValues } from '../../../../src-main/core/store/kinds/latest-keys';
import { backedUpOf } from '../../../../src-main/core/store/view/backed-up-of';
import { entryOf, viewOf } from '../../../../src-main/core/store/view/view';
import { entryId } from './computer';

const id = entryId(1);
const account = 'AAAAAAAAAAAAAAA0';
const set = 'AAAAAAAAAAAAAAA1';
const added = 'AAAAAAAAAAAAAAA2';
const first = { tick: [1, '0'.repeat(16)] } as const;
const then = { tick: [2, '0'.repeat(16)] } as const;

/** An entry with an address and two sets, whatever else is said of it. */
function storeWith(say: (draft: StoreDraft) => void): Store {
  const draft = new StoreDraft(emptyStore);
  draft.fact(account, { of: id, ...first, body: { kind: 'account' } });
  draft.fact(set, { of: id, ...first, body: { kind: 'set', codes: ['a'], name: 'AA-AAA', source: 'typed' } });
  const other = { kind: 'set', codes: ['b'], name: 'BB-BBB', source: 'typed' };
  draft.fact('AAAAAAAAAAAAAAA3', { of: id, ...first, body: other });
  draft.latest(`url:${id}`, { value: 'https://service.test', ...first });
  draft.latest('listed:AAAAAAAAAAAAAAA3', { value: 1, ...first });
  say(draft);
  return draft.done();
}
const entry = (store: Store) => {
  const found = entryOf(store, id);
  if (!found) throw new Error('the entry is not there');
  return found;
};
const usual = entry(storeWith(() => undefined));

const bodies: { readonly [Name in keyof Bodies]: Bodies[Name] } = {
  account: { kind: 'account' },
  set: { kind: 'set', codes: ['c'], name: 'CC-CCC', source: 'listed' },
  state: { kind: 'state', code: 'a', state: 'used', at: 5 },
  note: { kind: 'note', code: null, text: 'text' },
  doubt: { kind: 'doubt', at: 5 },
  same: { kind: 'same', as: entryId(2) },
  otp: {
    kind: 'otp',
    type: 'hotp',
    secret: 'JBSWY3DPEHPK3PXP',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    uri: 'otpauth://hotp/Mail?secret=JBSWY3DPEHPK3PXP&counter=4',
    app: 'Aegis',
  },
  tag: { kind: 'tag', text: 'work' },
};
const values: { readonly [Name in keyof LatestValues]: LatestValues[Name] } = {
  label: 'Label',
  user: 'ada',
  pinned: true,
  archived: { at: 1, reason: 'moved' },
  url: 'https://other.test',
  prefix: 'Bearer',
  listed: 7,
  replaced: 9,
};

describe('what is said of an entry', () => {
  it.each(
    Object.values(latestKeys).map((line, place) => [Object.keys(latestKeys)[place] ?? '', line] as const),
  )('shows %s where its line says', (name, { view, document, compared, of }) => {
    const value = values[name as keyof LatestValues];
    const now = entry(
      storeWith((draft) => draft.latest(`${name}:${of === 'set' ? set : id}`, { value, ...then })),
    );
    expect(now[view]).not.toEqual(usual[view]);
    const [there, here] = [backedUpOf(usual), backedUpOf(now)];
    if (document === null) expect(here).toEqual(there);
    else expect(here[document]).not.toEqual(there[document]);
    const isCurrentOther = there.sets[0]?.name !== here.sets[0]?.name;
    expect(isCurrentOther || entryRecord.differing(there, here).length > 0).toBe(compared);
  });

  it.each(['set', 'state', 'doubt', 'note', 'otp', 'tag'] as const)(
    'shows a %s where its line says',
    (name) => {
      const { view, document } = kinds[name];
      const now = entry(
        storeWith((draft) => draft.fact(added, { of: id, ...then, body: { ...bodies[name] } })),
      );
      expect(now[view]).not.toEqual(usual[view]);
      if (document === null) expect(backedUpOf(now)).toEqual(backedUpOf(usual));
    },
  );

  it('shows an authenticator that is all there is, with the count of its next code', () => {
    const draft = new StoreDraft(emptyStore);
    draft.fact(added, { of: id, ...first, body: { ...bodies.otp } });
    const before = draft.done();
    expect(viewOf(before)).toEqual([entry(before)]);
    const store = join(before, setCounter(before, added, 4));
    const { kind, ...shown } = bodies.otp;
    expect(kind).toBe('otp');
    expect(entry(store).authenticators).toEqual([{ id: added, ...shown, count: 4 }]);
    expect(changedEntries(before, store)).toEqual([id]);
  });

  it.each([
    ['type', 'motp'],
    ['secret', 'not base32'],
    ['digits', 11],
    ['digits', 3],
    ['period', 0],
    ['period', 1.5],
  ])('keeps an authenticator whose %s is %s, and does not show it', (field, value) => {
    const store = storeWith((draft) =>
      draft.fact(added, { of: id, ...first, body: { ...bodies.otp, [field]: value } }),
    );
    expect(entry(store).authenticators).toEqual([]);
    expect(store.facts.has(added)).toBe(true);
  });

  it('shows each tag once, cleaned, in the order of their texts', () => {
    const store = storeWith((draft) => {
      ['work', 'mail', ' work\n', ' '].forEach((text, place) =>
        draft.fact(`AAAAAAAAAAAAAAB${place}`, { of: id, ...first, body: { kind: 'tag', text } }),
      );
    });
    expect(entry(store).tags).toEqual(['mail', 'work']);
  });

  it('reads every kind as it is written', () => {
    for (const name of Object.keys(kinds) as (keyof Bodies)[]) {
      expect(kinds[name].schema['~standard'].validate(bodies[name])).toEqual({
        typed: true,
        value: bodies[name],
      });
    }
  });
});

/** These hold by the compiler (tsc -p tsconfig.json): each line that expects an error fails where there is none. */
describe('what is forgotten does not compile', () => {
  const { view, document, compared, ...rest } = kinds.note;

  it('a kind without a line', () => {
    const { doubt, ...others } = kinds;
    // @ts-expect-error `doubt` has no line
    const lines: Kinds<Bodies> = others;
    expect(Object.keys(lines)).not.toContain(doubt.view);
  });

  it('a line that says too little', () => {
    // @ts-expect-error nobody shows it
    const unseen: Kind<Bodies['note']> = { ...rest, document, compared };
    // @ts-expect-error whether a document has it is not said
    const unwritten: Kind<Bodies['note']> = { ...rest, view, compared };
    // @ts-expect-error whether comparing tells of it is not said
    const uncompared: Kind<Bodies['note']> = { ...rest, view, document };
    // @ts-expect-error the view has no such part
    const elsewhere: Kind<Bodies['note']> = { ...rest, view: 'nowhere', document, compared };
    // @ts-expect-error documents have what is shown there
    const left: Kind<Bodies['note']> = { ...rest, view: 'label', document: null, compared: false };
    // @ts-expect-error what no document has is not compared
    const nothing: Kind<Bodies['note']> = { ...rest, view: 'ids', document: null, compared: true };
    expect([unseen, unwritten, uncompared, elsewhere, left, nothing]).toHaveLength(6);
  });

  it('a key of latest values without a line', () => {
    const { label, ...others } = latestKeys;
    // @ts-expect-error `label` has no line
    const lines: LatestKeys<LatestValues> = others;
    expect(Object.keys(lines)).not.toContain(label.view);
  });
});
