import * as v from 'valibot';
import { limits } from '#contract/limits';
import { accountId, themes, time } from '#contract/snapshot';
import { isServiceUrl } from './service-url';

/** The schema that this version writes. A file with a higher number is shown and never written. */
export const settingsSchema = 1;

const account = v.object({
  id: accountId,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.label)),
  kind: v.picklist(['practice', 'own']),
  /** Empty for the practice service, whose port is not known before it runs. */
  serviceUrl: v.union([v.literal(''), v.pipe(v.string(), v.check(isServiceUrl))]),
  tokenPrefix: v.picklist(['', 'Bearer']),
  /**
   * The marker: where the token was put. With `keychain`, a `null` from the keychain means locked or removed,
   * never "no token", and nothing is overwritten.
   */
  token: v.picklist(['keychain', 'memory']),
  /** The same for a session token. */
  session: v.nullable(v.object({ expiresAt: v.nullable(time), place: v.picklist(['keychain', 'memory']) })),
  /** When codes were texted, so that a countdown survives a restart. `asked`: how often in a row. */
  texts: v.object({
    sentAt: v.nullable(time),
    waitUntil: v.nullable(time),
    asked: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Set before new recovery codes are asked for, cleared when the outcome is known. */
  recoveryInDoubt: v.boolean(),
  /** The service's announced end (yyyy-mm-dd), and whether the user has seen it. */
  sunset: v.nullable(v.object({ date: v.pipe(v.string(), v.maxLength(10)), seen: v.boolean() })),
});

/** Only the practice service does without a URL of its own: no token goes to an address that nobody checked. */
const ownOrPractice = v.pipe(
  account,
  v.check(({ kind, serviceUrl }) => (kind === 'practice') === (serviceUrl === '')),
);

const settings = v.object({
  schema: v.literal(settingsSchema),
  theme: v.picklist(themes),
  activeAccountId: v.nullable(accountId),
  accounts: v.pipe(
    v.array(ownOrPractice),
    v.maxLength(limits.accounts),
    v.check((accounts) => new Set(accounts.map(({ id }) => id)).size === accounts.length),
  ),
});

export type Settings = v.InferOutput<typeof settings>;
export type StoredAccount = Settings['accounts'][number];

export const freshSettings: Settings = {
  schema: settingsSchema,
  theme: 'system',
  activeAccountId: null,
  accounts: [],
};

/** A text read as settings: `newer` was written by a later version of Latchkey, `damaged` is no settings file. */
export type ReadSettings =
  { readonly kind: 'good'; readonly settings: Settings } | { readonly kind: 'newer' | 'damaged' };

/** Reads the text of a settings file; never throws. */
export function parseSettings(text: string): ReadSettings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  const numbered = v.safeParse(v.object({ schema: v.number() }), json);
  if (numbered.success && numbered.output.schema > settingsSchema) return { kind: 'newer' };
  const parsed = v.safeParse(settings, json);
  return parsed.success ? { kind: 'good', settings: parsed.output } : { kind: 'damaged' };
}

/** The text of a settings file: JSON that a person can read, with a line end. */
export const writeSettings = (value: Settings): string => `${JSON.stringify(value, null, 2)}\n`;
