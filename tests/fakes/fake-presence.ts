import type { Presence } from '../../src-main/core/ports/shell/presence';

/** A reader of fingers that nobody touches until a test says so. */
export class FakePresence implements Presence {
  by: Presence['by'] = 'nothing';
  confirms = false;

  confirm(): Promise<boolean> {
    return Promise.resolve(this.confirms);
  }
}
