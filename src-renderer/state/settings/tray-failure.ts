import { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';

/** What was asked for in the tray, and failed; null where nothing did. */
export function trayFailureOf({ trayFailure }: Snapshot['desktop']): AppError | null {
  if (!trayFailure) return null;
  const { code, ...details } = trayFailure;
  return new AppError(code, details);
}
