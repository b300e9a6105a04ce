import type { RailScreen } from '#contract/commands';
import type { Notice } from '../../src-main/core/ports/shell/notice';
import type { InFront, Notifications } from '../../src-main/core/ports/shell/notifications';
import { noticeText } from '../../src-main/edge/notice-text';

interface Shown {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly click: () => void;
}

/** A desktop that remembers what it was given to show. */
export class FakeNotifications implements Notifications {
  /** What has the focus. */
  front: InFront | null = null;
  readonly shown: Shown[] = [];
  /** The titles of what was taken back. */
  readonly takenBack: string[] = [];
  readonly opened: RailScreen[] = [];

  inFront(): InFront | null {
    return this.front;
  }

  show(notice: Notice, clicked: () => void): void {
    this.shown.push({ key: notice.key, ...noticeText(notice), click: clicked });
  }

  takeBack(key: string): void {
    const last = this.shown.findLast((one) => one.key === key);
    if (last) this.takenBack.push(last.title);
  }

  openScreen(screen: RailScreen): void {
    this.opened.push(screen);
  }
}
