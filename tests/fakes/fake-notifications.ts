import type { RailScreen } from '#contract/commands';
import type { Notifications } from '../../src-main/core/ports/notifications';

/** A desktop that remembers what it was given to show. */
export class FakeNotifications implements Notifications {
  inFront = false;
  readonly shown: { readonly title: string; readonly body: string; readonly click: () => void }[] = [];
  readonly opened: RailScreen[] = [];

  isInFront(): boolean {
    return this.inFront;
  }

  show({ title, body }: { readonly title: string; readonly body: string }, clicked: () => void): void {
    this.shown.push({ title, body, click: clicked });
  }

  openScreen(screen: RailScreen): void {
    this.opened.push(screen);
  }
}
