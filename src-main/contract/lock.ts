import * as v from 'valibot';

/**
 * Whether somebody on this desktop would say what Latchkey locks at. `unknown`: not asked yet. `silent`: nobody would.
 * `lost`: somebody would have, but the way to them broke off; it is tried again.
 */
const watch = v.picklist(['unknown', 'followed', 'silent', 'lost']);
export type Watch = v.InferOutput<typeof watch>;

/** What Latchkey can notice at the moment of what it locks at. */
export const lockNotices = v.strictObject({
  /** A locked screen. */
  screen: watch,
  /** A computer that goes to sleep. */
  sleep: watch,
  /** Whose idle time counts: `own-windows` where the system does not say how long nobody touched the computer. */
  idle: v.picklist(['system', 'own-windows']),
});
export type LockNotices = v.InferOutput<typeof lockNotices>;

/** Before anything is known. */
export const noLockNotices: LockNotices = { screen: 'unknown', sleep: 'unknown', idle: 'system' };
