import type { CodeSet } from '../../records/code-set';
import type { Ledger } from '../../records/ledger-record';
import type { RecoveryCode } from '../../records/recovery-code';
import type { ByKind, Known } from '../kinds/kinds';
import { joinNotes, wasShown } from '../kinds/note';
import { compareStates, type SpentState, type StateBody } from '../kinds/state';
import type { News } from './news';
import { type HeldCodes, holdersOf, partsOf } from './parts';

/** Says what became of codes, and what was written beside them. */
export function changeCodes(
  news: News,
  known: ByKind,
  before: readonly CodeSet[],
  after: Ledger,
  held: readonly HeldCodes[],
): void {
  const seen = codesOf(before);
  const wanted = codesOf(after.sets);
  // What became of a code outlives it; what was written beside it does not.
  for (const [code, { note }] of seen) {
    if (!wanted.has(code)) changeNote(news, known, [], code, note, '');
  }
  for (const [code, now] of wanted) {
    const then = seen.get(code);
    const found = holdersOf(held, code);
    // What became of a code that was removed meanwhile is known when it comes back.
    const holders = found.length > 0 ? found : partsOf(known, after.id).slice(0, 1);
    const states = known.state.filter(({ body }) => body.code === code);
    changeState(news, holders, states, then, now);
    if ((then?.note ?? '') !== now.note) changeNote(news, known, holders, code, then?.note ?? '', now.note);
  }
}

/**
 * Writes a note anew: what was seen of older ones goes, what came meanwhile stays.
 *
 * @param parts of the entry that it is about
 * @param code null for the entry's
 */
export function changeNote(
  news: News,
  known: ByKind,
  parts: readonly string[],
  code: string | null,
  before: string,
  after: string,
): void {
  const notes = known.note.filter(({ body }) => body.code === code);
  const seen = notes.filter(({ body }) => wasShown(body.text, before));
  news.goes(seen);
  if (after === '') return;
  const isThere = (part: string): boolean =>
    notes.some((one) => !seen.includes(one) && one.of === part && one.body.text === after);
  for (const part of parts) if (!isThere(part)) news.fact(part, { kind: 'note', code, text: after });
}

/** What was seen and is heavier goes; what is heavier than all that was seen came from elsewhere, and stays. */
function changeState(
  news: News,
  holders: readonly string[],
  live: readonly Known<StateBody>[],
  then: RecoveryCode | undefined,
  now: RecoveryCode,
): void {
  if ((then?.state ?? 'unused') === now.state && (now.state === 'unused' || then?.at === now.at)) return;
  const before = spentOf(then);
  const seen = before ? live.filter(({ body }) => compareStates(body, before) <= 0) : [];
  const after = spentOf(now);
  news.goes(after ? seen.filter(({ body }) => compareStates(body, after) > 0) : seen);
  if (!after) return;
  const isThere = (part: string): boolean =>
    live.some(({ of, body }) => of === part && compareStates(body, after) === 0);
  for (const part of holders) {
    if (!isThere(part)) news.fact(part, { kind: 'state', code: now.code, ...after });
  }
}

const spentOf = (code: RecoveryCode | undefined): { state: SpentState; at: number | null } | null =>
  code && code.state !== 'unused' ? { state: code.state, at: code.at } : null;

/** Each code of some sets; one that stands in several of them as it is most used, with what is noted in any of them. */
function codesOf(sets: readonly CodeSet[]): Map<string, RecoveryCode> {
  const found = new Map<string, RecoveryCode>();
  for (const one of sets.flatMap(({ codes }) => codes)) {
    const other = found.get(one.code);
    const [known, here] = [spentOf(other), spentOf(one)];
    const heavier = other && !(here && (!known || compareStates(here, known) > 0)) ? other : one;
    // A list that is typed in again has no notes: that takes none away.
    found.set(one.code, { ...heavier, note: joinNotes([other?.note ?? '', one.note]) });
  }
  return found;
}
