import type { Backend, News } from '#contract/contract';
import type { NumberedSnapshot } from '#contract/snapshot-patches';
import { type Bridge, connect, listen } from '#contract/wire';
import { SnapshotFeed } from './state/snapshot-feed';

declare global {
  interface Window {
    /** Put there by src-main/preload.ts. */
    readonly latchkey: Bridge;
  }
}

/** Main, as the window sees it. This file alone knows how the two are joined. */
export const backend: Backend = connect(window.latchkey);

/** Tells of every snapshot that main announces after the first, which was asked for. */
export function onSnapshot(first: NumberedSnapshot, listener: (snapshot: NumberedSnapshot) => void): void {
  const feed = new SnapshotFeed(() => backend.readSnapshot({}), first, listener);
  listen(window.latchkey, 'snapshot', (patch) => feed.take(patch));
}

/** Tells quick verify when it was opened, got the focus, and was closed. */
export const onQuickVerify = (listener: (news: News<'quickVerify'>) => void): void =>
  listen(window.latchkey, 'quickVerify', listener);

/** Tells the main window what the menu has it do. */
export const onCommand = (listener: (news: News<'command'>) => void): void =>
  listen(window.latchkey, 'command', listener);
