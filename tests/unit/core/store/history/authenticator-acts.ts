import { expect } from 'vitest';
import { raiseCounter, setCounter } from '../../../../../src-main/core/store/changes/counter-changes';
import type { Authenticator } from '../../../../../src-main/core/store/view/entry';
import type { Act } from './acts';
import { countedOf } from './deeds';
import type { Member } from './member';

/** What a person does with what makes codes. */
export const authenticatorActs = {
  enrol(member, { id, pick }) {
    const before = member.entry(id)?.authenticators ?? [];
    change(member, id, [...before, newOne(member, pick % 3)]);
  },
  correct(member, { id, pick }) {
    const before = member.entry(id)?.authenticators ?? [];
    const wrong = before.at(pick % before.length);
    if (!wrong) return;
    const { secret } = newOne(member, 0);
    change(
      member,
      id,
      before.map((one) => (one === wrong ? { ...one, secret } : one)),
    );
  },
  drop(member, { id, pick }) {
    const before = member.looked(id, pick)?.authenticators ?? [];
    change(
      member,
      id,
      before.filter((_, place) => place !== pick % before.length),
      before,
    );
  },
  press(member, { id, pick }) {
    const one = oneAt(member, id, pick);
    if (!one) return;
    const { turn, count } = countedOf(member.known, one.id);
    const raised = raiseCounter(member.store, one.id);
    expect(raised.count).toBe(count);
    member.hears(raised.news);
    member.did({ kind: 'count', fact: one.id, turn, count: count + 1 });
  },
  set(member, { id, pick }) {
    const one = oneAt(member, id, pick);
    if (!one) return;
    const { turn } = countedOf(member.known, one.id);
    member.hears(setCounter(member.store, one.id, pick % 5));
    member.did({ kind: 'count', fact: one.id, turn: turn + 1, count: pick % 5 });
    expect(oneAt(member, id, pick)?.count).toBe(pick % 5);
  },
} satisfies Record<string, Act>;

const oneAt = (member: Member, id: string, pick: number): Authenticator | undefined => {
  const all = member.entry(id)?.authenticators ?? [];
  return all.at(pick % all.length);
};

/** @param before what the person has before them */
function change(
  member: Member,
  id: string,
  after: readonly Authenticator[],
  before = member.entry(id)?.authenticators ?? [],
): void {
  const others = (member.entry(id)?.authenticators ?? []).filter(
    (one) => !before.some((other) => other.id === one.id),
  );
  const secrets = after.map(({ secret }) => secret);
  const dropped = before.filter(({ secret }) => !secrets.includes(secret)).map(({ secret }) => secret);
  const older = [...member.known].filter((deed) => deed.kind === 'otp' && dropped.includes(deed.text));
  member.does(() => member.authenticators(id, before, after));
  member.undid(new Set(older));
  const now = member.entry(id)?.authenticators ?? [];
  const shown = now.map(({ secret, count }) => `${secret} ${count}`);
  const begun = now.filter(({ id }) => ![...before, ...others].some((other) => other.id === id));
  const wanted = after.filter((one) => !before.includes(one));
  expect(begun.map(({ secret, count }) => [secret, count])).toEqual(
    wanted.map(({ secret, count }) => [secret, count]),
  );
  expect(shown).toEqual(expect.arrayContaining(others.map(({ secret, count }) => `${secret} ${count}`)));
  for (const one of begun) member.did({ kind: 'count', fact: one.id, count: one.count });
}

const newOne = ({ log }: Member, count: number): Authenticator => ({
  ...{ id: '', type: 'hotp', algorithm: 'SHA1', digits: 6, period: 30, uri: null, app: null, count },
  secret: `SECRET${String(log.next()).replace(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)))}`,
});
