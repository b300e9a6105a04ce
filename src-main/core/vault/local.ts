import * as v from 'valibot';
import { id, time } from '#contract/basics';
import { limits } from '#contract/limits';
import { lockAfter, usualLockAfter } from '#contract/snapshot';
import { label } from '#contract/texts';
import { storedBackups, type StoredFolder } from '../state/stored-folders';

const place = v.picklist(['keychain', 'vault']);
const date = v.pipe(v.string(), v.maxLength(10));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const secretText = v.pipe(v.string(), v.maxLength(limits.tokenField));

/** What this computer alone has of an account. What all computers know of it is in the store, under the same id. */
const localAccount = v.object({
  id,
  /** The practice service's accounts are on one computer only; null for any other. */
  practice: v.nullable(v.object({ label, recoveryInDoubt: v.boolean() })),
  /**
   * The marker: where the token was put. With `keychain`, a `null` from the keychain means locked or removed, never "no
   * token", and nothing is overwritten. `missing`: the account was restored, and its token is still to come.
   */
  token: v.union([place, v.literal('missing')]),
  /** The same for a session token. */
  session: v.nullable(v.object({ expiresAt: v.nullable(time), place })),
  /** When codes were texted, so that a countdown survives a restart. `asked`: how often in a row. */
  texts: v.object({
    sentAt: v.nullable(time),
    waitUntil: v.nullable(time),
    asked: count,
  }),
  /** The service's announced end (yyyy-mm-dd), and whether the user has seen it. */
  sunset: v.nullable(v.object({ date, seen: v.boolean() })),
  /** A person typed the address, or said yes to the one that was restored; see require-yes.ts. */
  addressConfirmed: v.boolean(),
});

/** A token that lies in the vault, with the address that it is for; see accounts/bound-token.ts. */
const localSecret = v.object({
  accountId: id,
  slot: v.picklist(['token', 'session']),
  bound: secretText,
});

/** What this computer alone has: it is in no backup, and no other computer is told. */
export const localShape = v.object({
  /** In the order in which they are shown. */
  accounts: v.array(localAccount),
  activeId: v.nullable(id),
  /** Tokens, where a passphrase is set, and those of the practice service. */
  secrets: v.array(localSecret),
  /** Where backups go; null until one is set up. */
  backups: v.nullable(storedBackups),
  lockAfter: v.fallback(lockAfter, usualLockAfter),
  /** The due date of a backup's check that was reminded of, so that not every start does it again. */
  checkReminderFor: v.nullable(time),
  /** Says which version a backup was made from: another text whenever something changes that backups hold. */
  contentStamp: v.pipe(v.string(), v.maxLength(64)),
  /** How often the vault was written: less than what the keychain has counted shows that an older file was put back. */
  writes: v.fallback(count, 0),
  /** What the keychain had counted when the vault was found to be older, until somebody says that it is all right. */
  olderThan: v.fallback(v.nullable(count), null),
  /** The digest of an older version's settings that turned up later, of which a person was told; see turned-up.ts. */
  settingsSeen: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(64))), null),
  /** False while it was taken over from settings that anybody could have changed, and nobody has said yes to it. */
  believed: v.boolean(),
});

export type Local = v.InferOutput<typeof localShape>;
export type LocalAccount = Local['accounts'][number];
export type LocalSecret = Local['secrets'][number];

/** The stamp of a vault in which there never was anything. */
export const noContent = 'none';

export const freshLocal: Local = {
  accounts: [],
  activeId: null,
  secrets: [],
  backups: null,
  lockAfter: usualLockAfter,
  checkReminderFor: null,
  contentStamp: noContent,
  writes: 0,
  olderThan: null,
  settingsSeen: null,
  believed: true,
};

/** With a secret in the place of the one that lies there. */
export const withSecret = (local: Local, secret: LocalSecret): Local => ({
  ...local,
  secrets: [...withoutSecret(local, secret).secrets, secret],
});

/** Without the secret of an account's slot. */
export const withoutSecret = (
  local: Local,
  { accountId, slot }: Pick<LocalSecret, 'accountId' | 'slot'>,
): Local => ({
  ...local,
  secrets: local.secrets.filter((one) => one.accountId !== accountId || one.slot !== slot),
});

/** With one backup folder changed; the same where it is gone. */
export const withFolder = (local: Local, id: string, how: (folder: StoredFolder) => StoredFolder): Local => ({
  ...local,
  backups: local.backups && {
    ...local.backups,
    folders: local.backups.folders.map((folder) => (folder.id === id ? how(folder) : folder)),
  },
});
