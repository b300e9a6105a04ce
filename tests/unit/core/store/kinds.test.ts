import { describe, expect, it } from 'vitest';
import { entryRecord } from '../../../../src-main/core/records/backed-up';
import { StoreDraft } from '../../../../src-main/core/store/facts/store-draft';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import type { Kind, Kinds, LatestKeys } from '../../../../src-main/core/store/kinds/kind';
import { type Bodies, kinds } from '../../../../src-main/core/store/kinds/kinds';
import { latestKeys, type LatestValues } from '../../../../src-main/core/store/kinds/latest-keys';
import { backedUpOf } from '../../../../src-main/core/store/view/entry';
import { entryOf } from '../../../../src-main/core/store/view/view';
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

  it.each(['set', 'state', 'doubt', 'note'] as const)('shows a %s where its line says', (name) => {
    const { view, document } = kinds[name];
    const now = entry(
      storeWith((draft) => draft.fact(added, { of: id, ...then, body: { ...bodies[name] } })),
    );
    expect(now[view]).not.toEqual(usual[view]);
    if (document === null) expect(backedUpOf(now)).toEqual(backedUpOf(usual));
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
    expect([unseen, unwritten, uncompared, elsewhere]).toHaveLength(4);
  });

  it('a key of latest values without a line', () => {
    const { label, ...others } = latestKeys;
    // @ts-expect-error `label` has no line
    const lines: LatestKeys<LatestValues> = others;
    expect(Object.keys(lines)).not.toContain(label.view);
  });
});
