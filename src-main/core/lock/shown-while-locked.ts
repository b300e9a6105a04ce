import type { Snapshot } from '#contract/snapshot';

/** What stands in the place of a value that is not shown. */
interface Instead<T> {
  readonly instead: T;
}

/** What becomes of a value. A record is never shown as a whole: each of its fields says for itself. */
type Rule<T> =
  | Instead<T>
  | ([T] extends [string | number | boolean | null]
      ? 'shown'
      : [T] extends [readonly unknown[] | null]
        ? never
        : [T] extends [object]
          ? Rules<T>
          : never);

/** A rule for every field. One that has none does not compile, so that a new field is shown only where somebody says so. */
export type Rules<T> = { readonly [Field in keyof T]-?: Rule<T[Field]> };

const instead = <T>(value: T): Instead<T> => ({ instead: value });
const shown = 'shown';

/**
 * What somebody may see who stands before a locked Latchkey: its version, platform, theme, lock and updates, and what it
 * takes to unlock it. No label, no count and no folder.
 */
export const whileLocked: Rules<Snapshot> = {
  version: shown,
  // The keys of the shortcuts, which are the same locked or not, hang on it.
  platform: shown,
  theme: shown,
  accounts: instead([]),
  activeAccountId: instead(null),
  keychain: { state: shown, backend: shown },
  handKept: instead([]),
  vault: { state: shown, setAside: instead(false) },
  vaultPutAside: instead(false),
  vaultOlder: instead(false),
  settingsTurnedUp: instead(null),
  takenOver: instead(null),
  backups: instead(null),
  updates: {
    way: shown,
    mode: shown,
    stage: shown,
    version: shown,
    percent: shown,
    lookedAt: shown,
    failure: instead(null),
  },
  clipboard: instead(null),
  fileHanded: instead(null),
  practicePhone: instead(null),
  lock: {
    locked: shown,
    opening: shown,
    reason: shown,
    by: shown,
    presence: shown,
    afterIdle: instead(null),
    waitUntil: shown,
    keyHeld: shown,
    guardsScreen: shown,
    notices: { screen: shown, sleep: shown, idle: shown },
  },
  desktop: {
    // Whether a window that is closed leaves Latchkey running.
    tray: shown,
    closeToTray: shown,
    clipboardClears: shown,
    trayFailure: instead(null),
    shortcut: instead(null),
    shortcutTaken: instead(false),
    notifications: {
      codeSent: instead(false),
      fewCodes: instead(false),
      backupTrouble: instead(false),
      backupUnchecked: instead(false),
    },
    startAtLogin: instead('unknown'),
  },
  settings: instead('good'),
};

/** What the rules let through of a record; what they do not name is not in it. */
export function onlyShown<T extends object>(rules: Rules<T>, whole: T): T {
  const fields = Object.entries(rules).map(([field, rule]) => [
    field,
    follow(rule as Rule<unknown>, whole[field as keyof T]),
  ]);
  return Object.fromEntries(fields) as T;
}

function follow(rule: Instead<unknown> | 'shown' | Rules<object>, value: unknown): unknown {
  if (rule === 'shown') return value;
  return 'instead' in rule ? rule.instead : onlyShown(rule, value as object);
}
