import type { Account, Snapshot } from '#contract/snapshot';
import { activeAccount } from '#contract/active-account';
import { hasNext, lowCodes } from '#contract/codes-left';
import type { BackupTrouble } from '../ports/shell/notice';
import { troublesOf } from './backup-notices';

/** What an entry of the tray's menu does. */
export type TrayAction =
  | { readonly do: 'quick-verify' }
  | { readonly do: 'text-me-a-code'; readonly accountId: string }
  | { readonly do: 'copy-next-code'; readonly ledgerId: string }
  | { readonly do: 'select-account'; readonly accountId: string }
  | { readonly do: 'open' }
  | { readonly do: 'lock' }
  | { readonly do: 'quit' };

/** What an entry says; edge/tray/tray-text.ts has the words. */
export type EntrySaying =
  | { readonly say: 'quick-verify' | 'text-me-a-code' | 'open' | 'unlock' | 'lock' | 'quit' }
  /** `left` is null where nobody can know how many there are. */
  | { readonly say: 'copy-next-code'; readonly left: number | null }
  | { readonly say: 'account'; readonly label: string };

/** A line of the tooltip. */
export type TooltipSaying =
  | { readonly say: 'latchkey' | 'locked' }
  | { readonly say: 'account'; readonly label: string }
  | { readonly say: 'clearing'; readonly seconds: number }
  | { readonly say: 'few-codes'; readonly label: string; readonly left: number }
  | { readonly say: 'backup-trouble'; readonly trouble: BackupTrouble };

/** `checked` is null for an entry that is no choice. */
export type TrayEntry =
  | {
      readonly kind: 'entry';
      readonly saying: EntrySaying;
      readonly enabled: boolean;
      readonly checked: boolean | null;
      readonly action: TrayAction;
    }
  | { readonly kind: 'line' };

/** What the tray shows. */
export interface TrayView {
  readonly menu: readonly TrayEntry[];
  readonly tooltip: readonly TooltipSaying[];
  /** What the icon says beside the mark: it is locked, or some account runs out of recovery codes. */
  readonly badge: 'locked' | 'few' | null;
  /** When this is to be looked at again although nothing was announced (epoch milliseconds); null: never. */
  readonly changesAt: number | null;
}

const line: TrayEntry = { kind: 'line' };

/** The tray as it follows from the snapshot: nothing of it is kept anywhere else. */
export function trayView(snapshot: Snapshot, now: number): TrayView {
  if (snapshot.lock.locked) return snapshot.lock.opening ? openingView : lockedView;
  const seconds = secondsToClear(snapshot, now);
  const active = activeAccount(snapshot);
  const waitUntil = active?.texts.waitUntil ?? null;
  const changes = [
    ...(seconds > 0 && snapshot.clipboard ? [snapshot.clipboard.clearsAt - (seconds - 1) * 1000] : []),
    ...(waitUntil !== null && waitUntil > now ? [waitUntil] : []),
  ];
  const running = snapshot.accounts.flatMap(({ label, recovery }): TooltipSaying[] =>
    recovery && lowCodes(recovery, true) ? [{ say: 'few-codes', label, left: recovery.unused }] : [],
  );
  return {
    menu: menuOf(snapshot, active, now),
    tooltip: [
      active ? { say: 'account', label: active.label } : { say: 'latchkey' },
      ...(seconds > 0 ? [{ say: 'clearing' as const, seconds }] : []),
      ...running,
      ...troublesOf(snapshot).map((trouble) => ({ say: 'backup-trouble' as const, trouble })),
    ],
    badge: running.length > 0 ? 'few' : null,
    changesAt: changes.length > 0 ? Math.min(...changes) : null,
  };
}

function menuOf(snapshot: Snapshot, active: Account | null, now: number): TrayEntry[] {
  const { accounts } = snapshot;
  const choices = accounts.map(({ id, label }) =>
    entry({ say: 'account', label }, { do: 'select-account', accountId: id }, true, id === active?.id),
  );
  return [
    ...(active ? [...actionsOf(active, now), line, ...choices, line] : []),
    entry({ say: 'open' }, { do: 'open' }),
    entry({ say: 'lock' }, { do: 'lock' }),
    entry({ say: 'quit' }, { do: 'quit' }),
  ];
}

function actionsOf({ id, texts, recovery }: Account, now: number): TrayEntry[] {
  const waits = texts.waitUntil !== null && texts.waitUntil > now;
  const next = recovery !== null && hasNext(recovery);
  const left = recovery && recovery.unused;
  return [
    entry({ say: 'quick-verify' }, { do: 'quick-verify' }),
    entry({ say: 'text-me-a-code' }, { do: 'text-me-a-code', accountId: id }, !waits),
    entry({ say: 'copy-next-code', left }, { do: 'copy-next-code', ledgerId: id }, next),
  ];
}

const entry = (
  saying: EntrySaying,
  action: TrayAction,
  enabled = true,
  checked: boolean | null = null,
): TrayEntry => ({ kind: 'entry', saying, enabled, checked, action });

const lockedView: TrayView = {
  menu: [entry({ say: 'unlock' }, { do: 'open' }), entry({ say: 'quit' }, { do: 'quit' })],
  tooltip: [{ say: 'locked' }],
  badge: 'locked',
  changesAt: null,
};

/** As a rule it lasts a moment, in which nothing is to be done and no lock is to flash up. */
const openingView: TrayView = { ...lockedView, tooltip: [{ say: 'latchkey' }], badge: null };

/** Whole seconds, upwards; 0 while nothing is to be cleared. */
const secondsToClear = ({ clipboard }: Snapshot, now: number): number =>
  clipboard ? Math.max(0, Math.ceil((clipboard.clearsAt - now) / 1000)) : 0;
