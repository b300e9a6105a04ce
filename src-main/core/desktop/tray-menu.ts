import type { Account, Snapshot } from '#contract/snapshot';
import { backupLines } from './backup-notices';
import { inWords, isRunningOut } from '../recovery-codes/codes-left';

/** What an entry of the tray's menu does. */
export type TrayAction =
  | { readonly do: 'quick-verify' }
  | { readonly do: 'text-me-a-code'; readonly accountId: string }
  | { readonly do: 'copy-next-code'; readonly ledgerId: string }
  | { readonly do: 'select-account'; readonly accountId: string }
  | { readonly do: 'open' }
  | { readonly do: 'lock' }
  | { readonly do: 'quit' };

/** `checked` is null for an entry that is no choice. */
export type TrayEntry =
  | {
      readonly kind: 'entry';
      readonly label: string;
      readonly enabled: boolean;
      readonly checked: boolean | null;
      readonly action: TrayAction;
    }
  | { readonly kind: 'line' };

/** What the tray shows. */
export interface TrayView {
  readonly menu: readonly TrayEntry[];
  readonly tooltip: string;
  /** What the icon says beside the mark: it is locked, or some account runs out of recovery codes. */
  readonly badge: 'locked' | 'few' | null;
  /** When this is to be looked at again although nothing was announced (epoch milliseconds); null: never. */
  readonly changesAt: number | null;
}

const line: TrayEntry = { kind: 'line' };

/** The tray as it follows from the snapshot: nothing of it is kept anywhere else. */
export function trayView(snapshot: Snapshot, now: number): TrayView {
  if (snapshot.lock.locked) return lockedView;
  const seconds = secondsToClear(snapshot, now);
  const active = activeAccount(snapshot);
  const waitUntil = active?.texts.waitUntil ?? null;
  const changes = [
    ...(seconds > 0 && snapshot.clipboard ? [snapshot.clipboard.clearsAt - (seconds - 1) * 1000] : []),
    ...(waitUntil !== null && waitUntil > now ? [waitUntil] : []),
  ];
  const running = snapshot.accounts.flatMap(({ label, recovery }) =>
    recovery && isRunningOut(recovery) ? [`${label}: ${inWords(recovery.unused)} left`] : [],
  );
  return {
    menu: menuOf(snapshot, active, now),
    tooltip: [
      active ? `Latchkey – ${active.label}` : 'Latchkey',
      ...(seconds > 0 ? [`Clearing the clipboard in ${seconds} s`] : []),
      ...running,
      ...backupLines(snapshot),
    ].join('\n'),
    badge: running.length > 0 ? 'few' : null,
    changesAt: changes.length > 0 ? Math.min(...changes) : null,
  };
}

function menuOf(snapshot: Snapshot, active: Account | null, now: number): TrayEntry[] {
  const { accounts } = snapshot;
  const choices = accounts.map(({ id, label }) =>
    entry(label, { do: 'select-account', accountId: id }, true, id === active?.id),
  );
  return [
    ...(active ? [...actionsOf(active, snapshot, now), line, ...choices, line] : []),
    entry('Open Latchkey', { do: 'open' }),
    entry('Lock', { do: 'lock' }),
    entry('Quit', { do: 'quit' }),
  ];
}

function actionsOf({ id, texts, recovery }: Account, { vault }: Snapshot, now: number): TrayEntry[] {
  const waits = texts.waitUntil !== null && texts.waitUntil > now;
  // A vault that is not open may open for it, and says what it needs if not.
  const hasNext = recovery ? recovery.unused + recovery.perhapsUsed > 0 : vault.state !== 'open';
  const left = recovery ? ` (${recovery.unused} left)` : '';
  return [
    entry('Quick verify', { do: 'quick-verify' }),
    entry('Text me a code', { do: 'text-me-a-code', accountId: id }, !waits),
    entry(`Copy next recovery code${left}`, { do: 'copy-next-code', ledgerId: id }, hasNext),
  ];
}

const entry = (
  label: string,
  action: TrayAction,
  enabled = true,
  checked: boolean | null = null,
): TrayEntry => ({ kind: 'entry', label, enabled, checked, action });

const lockedView: TrayView = {
  menu: [entry('Unlock Latchkey', { do: 'open' }), entry('Quit', { do: 'quit' })],
  tooltip: 'Latchkey – locked',
  badge: 'locked',
  changesAt: null,
};

const activeAccount = ({ accounts, activeAccountId }: Snapshot): Account | null =>
  accounts.find(({ id }) => id === activeAccountId) ?? accounts[0] ?? null;

/** Whole seconds, upwards; 0 while nothing is to be cleared. */
const secondsToClear = ({ clipboard }: Snapshot, now: number): number =>
  clipboard ? Math.max(0, Math.ceil((clipboard.clearsAt - now) / 1000)) : 0;
