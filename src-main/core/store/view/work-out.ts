import type { CodeSet } from '../../records/code-set';
import type { RecoveryCode } from '../../records/recovery-code';
import type { Entry } from './entry';
import { type ByKind, kinds } from '../kinds/kinds';
import { joinNotes } from '../kinds/note';
import { compareStates, type StateBody } from '../kinds/state';
import { valueOf } from '../kinds/latest-keys';
import { groupsOf } from './set-groups';
import type { Store } from '../facts/store';

/**
 * Works out one entry.
 *
 * @param ids all that it is known by, the smallest first
 * @param known the facts about them
 * @returns null where nothing keeps it alive
 */
export function workOut(store: Store, ids: readonly [string, ...string[]], known: ByKind): Entry | null {
  if (!isAlive(known)) return null;
  const [id] = ids;
  const label = valueOf(store, 'label', ids);
  const hasAccount = known.account.length > 0;
  return {
    id,
    ids,
    label,
    user: valueOf(store, 'user', ids),
    note: notesOn(known, null),
    pinned: valueOf(store, 'pinned', ids),
    archived: valueOf(store, 'archived', ids),
    hasAccount,
    serviceUrl: hasAccount ? valueOf(store, 'url', ids) : null,
    tokenPrefix: hasAccount ? valueOf(store, 'prefix', ids) : '',
    inDoubt: known.doubt.length > 0,
    ledger: { id, label, sets: setsOf(store, known) },
  };
}

const isAlive = (known: ByKind): boolean =>
  Object.entries(kinds).some(
    ([name, { keepsAlive }]) => keepsAlive && known[name as keyof ByKind].length > 0,
  );

function setsOf(store: Store, known: ByKind): CodeSet[] {
  const [current, ...others] = groupsOf(store, known.set);
  if (!current) return [];
  const states = heaviest(known);
  const noted = new Set(known.note.map(({ body }) => body.code));
  const codeOf = (code: string): RecoveryCode => {
    const { state = 'unused' as const, at = null } = states.get(code) ?? {};
    return { code, state, at, note: noted.has(code) ? notesOn(known, code) : '' };
  };
  const { name, fetchedAt, codes } = current;
  return [
    { name, fetchedAt, replacedAt: null, codes: codes.map(codeOf) },
    ...others
      // There is no use in a replaced one without codes.
      .filter((group) => group.codes.length > 0)
      .map((group) => ({
        name: group.name,
        fetchedAt: group.fetchedAt,
        // Two were listed at the same time, and the one took the other's place without knowing of it.
        replacedAt: group.replacedAt === undefined ? fetchedAt : group.replacedAt,
        codes: group.codes.map(codeOf),
      })),
  ];
}

/** Of each code the state that counts: a code that is spent stays spent. */
function heaviest({ state }: ByKind): Map<string, StateBody> {
  const found = new Map<string, StateBody>();
  for (const { body } of state) {
    const known = found.get(body.code);
    if (!known || compareStates(body, known) > 0) found.set(body.code, body);
  }
  return found;
}

const notesOn = ({ note }: ByKind, code: string | null): string =>
  joinNotes(note.filter(({ body }) => body.code === code).map(({ body }) => body.text));
