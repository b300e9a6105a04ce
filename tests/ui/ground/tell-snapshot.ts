import { type Snapshot } from '../../../src-main/contract/snapshot';
import { SnapshotPatches } from '../../../src-main/contract/snapshot-patches';
import type { Opened } from './open-window';

/** Tells a window that the core's snapshot differs so, which it takes for the truth until the core announces something. */
export async function tellSnapshot({ app, tell }: Opened, change: Partial<Snapshot>): Promise<void> {
  const now = app.snapshot();
  const patches = new SnapshotPatches({ ...now, accounts: [], handKept: [] });
  await tell('snapshot', patches.next({ ...now, ...change }));
}

/** Tells a window that Latchkey is locked, or about to be open. */
export const tellLock = (
  opened: Opened,
  lock: Partial<Snapshot['lock']>,
  change: Partial<Snapshot> = {},
): Promise<void> =>
  tellSnapshot(opened, {
    accounts: [],
    handKept: [],
    activeAccountId: null,
    ...change,
    lock: { ...opened.app.snapshot().lock, locked: true, ...lock },
  });
