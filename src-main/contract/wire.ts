import * as v from 'valibot';
import { type Backend, type CallName, calls, type Gives, news, type NewsName, type News } from './contract';
import { AppError } from './errors';
import { failure } from './failure';

const reply = v.union([
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({ ok: v.literal(false), failure }),
]);

/** What crosses back from main: a value of the call's own schema, or a failure by code. */
export type Reply = v.InferOutput<typeof reply>;

/** Writes down a failure that nobody foresaw and gives the reference under which it stands in the log. */
export type ReportBug = (where: string, error: unknown) => string;

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name);

/**
 * Main's side of every call: decodes the input, asks the backend, checks what it gives.
 *
 * @returns a function that never rejects. Input that does not fit answers `bad-input`; an error that is no AppError
 * answers `bug` with a reference and nothing else, so that no secret rides on an error's text.
 */
export function answer(backend: Backend, reportBug: ReportBug) {
  return async (name: string, input: unknown): Promise<Reply> => {
    if (!isCall(name)) return { ok: false, failure: { code: 'bad-input' } };
    const taken = v.safeParse(calls[name].takes, input);
    // An array, too, is an object without extra keys.
    if (!taken.success || Array.isArray(input)) return { ok: false, failure: { code: 'bad-input' } };
    try {
      const handler: (input: never) => Promise<unknown> = backend[name];
      return { ok: true, value: v.parse(calls[name].gives, await handler(taken.output as never)) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, failure: { code: error.code, ...error.details } };
      return { ok: false, failure: { code: 'bug', reference: reportBug(name, error) } };
    }
  };
}

/** The functions that the preload gives to the window: one for each call and each kind of news, nothing generic. */
export interface Bridge {
  readonly calls: Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  readonly news: Readonly<Record<string, (listener: (news: unknown) => void) => void>>;
}

/** The window's side: the same face as the core's, with every reply decoded and every failure an AppError again. */
export function connect(bridge: Bridge): Backend {
  const ask = async <N extends CallName>(name: N, input: unknown): Promise<Gives<N>> => {
    const answered = v.safeParse(reply, await across(bridge, name, input));
    if (!answered.success) throw new AppError('bug', { reference: `reply-${name}` });
    if (!answered.output.ok) {
      const { code, ...details } = answered.output.failure;
      throw new AppError(code, details);
    }
    const given = v.safeParse(calls[name].gives, answered.output.value);
    if (!given.success) throw new AppError('bug', { reference: `value-${name}` });
    return given.output;
  };
  const names = Object.keys(calls) as CallName[];
  return Object.fromEntries(names.map((name) => [name, (input: unknown) => ask(name, input)])) as Backend;
}

/** What main replies; undefined when the way there failed, for every call rejects with an AppError or not at all. */
async function across(bridge: Bridge, name: CallName, input: unknown): Promise<unknown> {
  try {
    return await bridge.calls[name]?.(input);
  } catch {
    return undefined;
  }
}

/**
 * News as they cross: as text, which the preload's bridge copies at once, where an object is copied value by value. Hundreds
 * of rows, as after an unlocking, would hold up a frame of the window.
 */
export const newsText = <N extends NewsName>(told: News<N>): string => JSON.stringify(told);

const heardAs = <N extends NewsName>(name: N) => v.pipe(v.string(), v.parseJson(), news[name]);

/** Listens to main's announcements. One that does not fit its schema is dropped: of a snapshot, the next one shows that it is missing. */
export function listen<N extends NewsName>(bridge: Bridge, name: N, listener: (news: News<N>) => void): void {
  bridge.news[name]?.((told) => {
    const heard = v.safeParse(heardAs(name), told);
    if (heard.success) listener(heard.output);
  });
}
