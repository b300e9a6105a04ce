import type { CodeSet } from '../../records/code-set';
import type { RecoveryCode } from '../../records/recovery-code';
import type { Authenticator, Entry } from './entry';
import type { ByKind, Known } from '../kinds/kinds';
import { joinNotes } from '../kinds/note';
import type { OtpBody } from '../kinds/otp-body';
import { compareStates, type StateBody } from '../kinds/state';
import { valueOf } from '../kinds/latest-keys';
import { groupsOf } from './set-groups';
import type { Store } from '../facts/store';
import { compareTexts } from '../facts/tick';

/**
 * Works out one entry that is alive.
 *
 * @param ids all that it is known by, the smallest first
 * @param known the facts about them
 */
export function workOut(store: Store, ids: readonly [string, ...string[]], known: ByKind): Entry {
  const [id] = ids;
  const label = valueOf(store, 'label', ids);
  const hasAccount = known.account.length > 0;
  return {
    id,
    ids,
    label,
    user: valueOf(store, 'user', ids),
    note: notesOn(known, null),
    tags: [...new Set(known.tag.map(({ body }) => body.text))].sort(compareTexts),
    pinned: valueOf(store, 'pinned', ids),
    archived: valueOf(store, 'archived', ids),
    hasAccount,
    serviceUrl: hasAccount ? valueOf(store, 'url', ids) : null,
    tokenPrefix: hasAccount ? valueOf(store, 'prefix', ids) : '',
    inDoubt: known.doubt.length > 0,
    authenticators: known.otp.map((one) => authenticatorOf(store, one)),
    ledger: { id, label, sets: setsOf(store, known) },
  };
}

function authenticatorOf(store: Store, { id, body }: Known<OtpBody>): Authenticator {
  const { type, secret, algorithm, digits, period, uri, app } = body;
  const [, count] = store.counters.get(id) ?? [0, 0];
  return { id, type, secret, algorithm, digits, period, uri, app, count };
}

function setsOf(store: Store, known: ByKind): CodeSet[] {
  const [current, ...others] = groupsOf(store, known.set);
  if (!current) return [];
  const states = heaviest(known);
  const noted = new Set(known.note.map(({ body }) => body.code));
  const codeOf = (code: string): RecoveryCode => {
    const { state = 'unused' as const, at = null } = states.get(code) ?? {};
    return { code, state, at, note: noted.has(code) ? notesOn(known, code) : '' };
  };
  const { id, name, fetchedAt, codes } = current;
  return [
    { id, name, fetchedAt, replacedAt: null, codes: codes.map(codeOf) },
    ...others
      // There is no use in a replaced one without codes.
      .filter((group) => group.codes.length > 0)
      .map((group) => ({
        id: group.id,
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
