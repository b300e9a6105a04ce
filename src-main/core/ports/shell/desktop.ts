import type { LinkId } from '#contract/calls/desktop';

/** What the desktop does for the app. */
export interface Desktop {
  /** Resolves when the clipboard has it, with the marks that keep it out of histories where the runtime can set them. */
  copy(secret: string): Promise<void>;
  /** The text on the clipboard; empty when it holds something else. */
  readClipboard(): Promise<string>;
  clearClipboard(): void;
  /** The same for the same text for as long as this run lasts; the text cannot be read from it. */
  fingerprint(text: string): string;
  /** `in-front`: the desktop may keep a program in the background from the clipboard. */
  readonly clipboardClears: 'always' | 'in-front';
  openLink(link: LinkId): void;
  /** Follows the theme; `system` leaves it to the desktop. */
  showTheme(theme: 'system' | 'light' | 'dark'): void;
}
