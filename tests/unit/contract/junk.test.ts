import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { badRecords, goodRecord } from './junk';

const place = v.strictObject({ line: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const takes = v.strictObject({
  note: v.nullable(v.pipe(v.string(), v.maxLength(20))),
  place: v.nullable(place),
  places: v.array(v.nullable(place)),
  later: v.optional(v.nullable(v.boolean())),
});
const good = { note: 'text', place: { line: 0 }, places: [{ line: 0 }] };

describe('for a record of which parts may be null', () => {
  it('there is good input, with nothing null', () => {
    expect(goodRecord(takes)).toEqual(good);
    expect(v.is(takes, good)).toBe(true);
  });

  it('there is junk, all of it refused, and a null where it may be is none', () => {
    const junk = badRecords(takes);
    expect(junk.filter(([, bad]) => v.is(takes, bad)).map(([what]) => what)).toEqual([]);
    const names = junk.map(([what]) => what);
    for (const field of ['note', 'place', 'later']) expect(names).not.toContain(`${field}: null`);
    expect(names).not.toContain('places: the last: null');
  });

  it.each([
    'note: a number',
    'note: a text one too long',
    'without note',
    'place: a text',
    'place: line: null',
    'place: with a field named "extra"',
    'places: null',
    'places: the last: line: a fraction',
    'later: a text',
  ])('the junk has "%s"', (name) => {
    expect(badRecords(takes).map(([what]) => what)).toContain(name);
  });
});
