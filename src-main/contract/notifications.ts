import * as v from 'valibot';

/** What Latchkey may tell outside its windows, each to be switched off by itself. */
export const noticeKinds = ['codeSent', 'fewCodes', 'backupTrouble', 'backupUnchecked'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const notifications = v.strictObject({
  /** A code was sent, while nobody looks at Latchkey. */
  codeSent: v.boolean(),
  /** Three recovery codes are left, and one. */
  fewCodes: v.boolean(),
  /** A backup was not written, or is not there as it was written. */
  backupTrouble: v.boolean(),
  /** No backup was checked for 90 days. */
  backupUnchecked: v.boolean(),
});
