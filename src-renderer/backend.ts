import type { Backend, News } from '#contract/contract';
import type { Snapshot } from '#contract/snapshot';
import { type Bridge, connect, listen } from '#contract/wire';

declare global {
  interface Window {
    /** Put there by src-main/preload.ts. */
    readonly latchkey: Bridge;
  }
}

/** Main, as the window sees it. This file alone knows how the two are joined. */
export const backend: Backend = connect(window.latchkey);

/** Tells of every snapshot that main announces. */
export const onSnapshot = (listener: (snapshot: Snapshot) => void): void =>
  listen(window.latchkey, 'snapshot', listener);

/** Tells quick verify when it was opened, got the focus, and was closed. */
export const onQuickVerify = (listener: (news: News<'quickVerify'>) => void): void =>
  listen(window.latchkey, 'quickVerify', listener);

/** Tells the main window what the menu has it do. */
export const onCommand = (listener: (news: News<'command'>) => void): void =>
  listen(window.latchkey, 'command', listener);
