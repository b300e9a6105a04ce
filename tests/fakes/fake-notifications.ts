import type { RailScreen } from '#contract/commands';
import type { Notice } from '../../src-main/core/ports/shell/notice';
import type { Notifications } from '../../src-main/core/ports/shell/notifications';
import { noticeText } from '../../src-main/edge/notice-text';

/** A desktop that remembers what it was given to show. */
export class FakeNotifications implements Notifications {
  inFront = false;
  readonly shown: { readonly title: string; readonly body: string; readonly click: () => void }[] = [];
  readonly opened: RailScreen[] = [];

  isInFront(): boolean {
    return this.inFront;
  }

  show(notice: Notice, clicked: () => void): void {
    this.shown.push({ ...noticeText(notice), click: clicked });
  }

  openScreen(screen: RailScreen): void {
    this.opened.push(screen);
  }
}
