import type { Snapshot } from '#contract/snapshot';
import type { AccountScreens } from '../accounts/account-screens';
import type { OtherCodesState } from './other-codes.svelte';
import type { Screen } from '../screens';

/** What is to be seen. */
interface Seen {
  readonly screen: Screen;
  readonly codesOf: 'account' | 'others';
  readonly snapshot: Snapshot;
  readonly accountScreens: AccountScreens | null;
  readonly others: OtherCodesState;
}

/** Has the ledger that is on the screen ask what is known of its codes, where the snapshot tells that it is news. */
export function lookAtCodes({ screen, codesOf, snapshot, accountScreens, others }: Seen): void {
  if (screen !== 'recovery-codes') return;
  const ledger = accountScreens && codesOf === 'account' ? accountScreens.recovery : others.ledger;
  if (!ledger) return;
  const row = [...snapshot.accounts, ...snapshot.handKept].find(({ id }) => id === ledger.ledgerId);
  void ledger.look(row?.recovery?.stamp ?? null);
}
