import type { DiagnosticsCalls } from '#contract/calls/diagnostics';
import type { Snapshot } from '#contract/snapshot';
import { AppError } from '#contract/errors';
import type { Desktop } from './ports/desktop';
import type { Facts } from './ports/facts';

interface Parts {
  readonly snapshot: () => Snapshot;
  readonly facts: () => Facts;
  readonly desktop: Desktop;
}

/** A text for a bug report. It is shown before it is copied, and what is copied is what was shown. */
export function diagnosticsCalls({ snapshot, facts, desktop }: Parts): DiagnosticsCalls {
  let shown: string | null = null;
  return {
    readDiagnostics() {
      shown = describe(snapshot(), facts());
      return Promise.resolve({ text: shown });
    },
    async copyDiagnostics() {
      if (shown === null) throw new AppError('bad-input');
      await desktop.copy(shown);
      return {};
    },
  };
}

/** States and counts alone: no label, no address, no folder, no set name, and nothing of a code or a token. */
function describe(snapshot: Snapshot, { runtime, system, desktop: session }: Facts): string {
  const { accounts, backups, desktop, handKept, keychain, lock, settings, theme, vault, version } = snapshot;
  const practice = accounts.filter(({ kind }) => kind === 'practice').length;
  const places = (['keychain', 'memory', 'missing'] as const).map(
    (place) => `${accounts.filter(({ token }) => token === place).length} ${place}`,
  );
  const sets = accounts.filter(({ recovery }) => recovery !== null).length;
  const doubts = accounts.filter(({ recoveryInDoubt }) => recoveryInDoubt).length;
  const health = backups?.copies.map((copy) => copy.health) ?? [];
  return [
    `Latchkey ${version}`,
    runtime,
    `System: ${system}; ${session}`,
    `Keychain: ${keychain.backend}, ${keychain.state}`,
    `Settings: ${settings}`,
    `Vault: ${vault.state}${vault.setAside ? ', a damaged one was set aside' : ''}`,
    `Accounts: ${accounts.length} (${practice} practice); tokens: ${places.join(', ')}`,
    `Recovery codes: of ${sets} accounts (${doubts} in doubt), ${handKept.length} kept by hand`,
    `Backup folders: ${health.length === 0 ? 'none' : health.join(', ')}`,
    `Lock: by ${lock.by}, ${lock.afterIdle === 0 ? 'never when idle' : `after ${lock.afterIdle} s`}, touch id ${lock.presence === 'touch-id' ? 'there' : 'not there'}`,
    `Tray: ${desktop.tray}, closing ${desktop.closeToTray ? 'stays there' : 'quits'}; clipboard: ${desktop.clipboardClears}`,
    `Shortcut: ${desktop.shortcut === null ? 'off' : desktop.shortcutTaken ? 'taken by another program' : 'set'}; theme: ${theme}`,
    '',
  ].join('\n');
}
