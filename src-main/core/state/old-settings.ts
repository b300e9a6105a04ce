import * as v from 'valibot';
import { limits } from '#contract/limits';
import { id, time } from '#contract/basics';
import { lockAfter, usualLockAfter } from '#contract/snapshot';
import { label } from '#contract/texts';
import { serviceUrl } from '../records/service-url';
import { backupsForFile, oldBackups } from './old-backups';

const account = v.object({
  id,
  label,
  kind: v.picklist(['practice', 'own']),
  /** Empty for the practice service, whose port is not known before it runs. */
  serviceUrl: v.union([v.literal(''), serviceUrl]),
  tokenPrefix: v.picklist(['', 'Bearer']),
  token: v.picklist(['keychain', 'memory', 'missing']),
  session: v.nullable(v.object({ expiresAt: v.nullable(time), place: v.picklist(['keychain', 'memory']) })),
  texts: v.object({
    sentAt: v.nullable(time),
    waitUntil: v.nullable(time),
    asked: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  recoveryInDoubt: v.boolean(),
  sunset: v.nullable(v.object({ date: v.pipe(v.string(), v.maxLength(10)), seen: v.boolean() })),
  addressConfirmed: v.optional(v.boolean()),
});

/** Only the practice service does without a URL of its own: no token goes to an address that nobody checked. */
const ownOrPractice = v.pipe(
  account,
  v.check(({ kind, serviceUrl }) => (kind === 'practice') === (serviceUrl === '')),
  // Version 0.1.0 did not say: without a token the account may have been restored.
  v.transform(({ addressConfirmed, ...stored }) => ({
    ...stored,
    addressConfirmed: stored.kind === 'practice' || (addressConfirmed ?? stored.token !== 'missing'),
  })),
);

/** What the settings of schema 1 and 2 held that lies in the vault since: anybody who can write files could change it there. */
export const oldFields = {
  activeAccountId: v.nullable(id),
  accounts: v.pipe(
    v.array(ownOrPractice),
    v.maxLength(limits.accounts),
    v.check((accounts) => new Set(accounts.map(({ id }) => id)).size === accounts.length),
  ),
  backups: v.nullable(oldBackups),
  /** The due date of a backup's check that was reminded of. */
  checkReminderFor: v.optional(v.nullable(time), null),
};
export const oldLockFields = { afterIdle: v.optional(lockAfter, usualLockAfter) };

export type OldSettings = v.InferOutput<v.ObjectSchema<typeof oldFields & typeof oldLockFields, undefined>>;
export type OldAccount = OldSettings['accounts'][number];

/** As a settings file of schema 2 has it. */
export const oldForFile = ({ backups, ...old }: OldSettings) => ({
  ...old,
  backups: backups && backupsForFile(backups),
});
