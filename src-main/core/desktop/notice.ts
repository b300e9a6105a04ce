import type { RailScreen } from '#contract/commands';
import type { NoticeKind } from '#contract/desktop';

/** Something that is worth telling a person who does not look. Holds no code, no phone number and no token. */
export interface Notice {
  readonly kind: NoticeKind;
  /** What it is about, so that it is told once. */
  readonly key: string;
  /** May hold a label. */
  readonly title: string;
  /** Fixed words alone: some desktops take markup there. */
  readonly body: string;
  /** Where a click leads. */
  readonly screen: RailScreen;
  /** Whose screen it is; null where that does not matter. */
  readonly accountId: string | null;
}
