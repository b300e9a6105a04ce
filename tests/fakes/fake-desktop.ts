import { createHash } from 'node:crypto';
import type { LinkId } from '#contract/calls/desktop';
import type { Theme } from '#contract/snapshot';
import type { Desktop } from '../../src-main/core/ports/shell/desktop';

/** A desktop that remembers what was done to it. */
export class FakeDesktop implements Desktop {
  clipboard = '';
  clipboardClears: 'always' | 'in-front' = 'always';
  readonly links: LinkId[] = [];
  readonly themes: Theme[] = [];

  copy(text: string): Promise<void> {
    this.clipboard = text;
    return Promise.resolve();
  }

  readClipboard(): Promise<string> {
    return Promise.resolve(this.clipboard);
  }

  clearClipboard(): void {
    this.clipboard = '';
  }

  fingerprint(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }

  openLink(link: LinkId): void {
    this.links.push(link);
  }

  showTheme(theme: Theme): void {
    this.themes.push(theme);
  }
}
