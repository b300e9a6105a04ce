import type { DiagnosticsCalls } from '#contract/calls/diagnostics';
import type { Snapshot } from '#contract/snapshot';
import { AppError } from '#contract/errors';
import type { Desktop } from './ports/shell/desktop';
import type { Diagnosis } from './ports/diagnosis';
import type { Facts } from './ports/runtime-facts';
import type { Wording } from './ports/wording';

interface Parts {
  readonly snapshot: () => Snapshot;
  readonly facts: () => Facts;
  readonly desktop: Desktop;
  readonly wording: Wording;
}

/** A text for a bug report. It is shown before it is copied, and what is copied is what was shown. */
export function diagnosticsCalls({ snapshot, facts, desktop, wording }: Parts): DiagnosticsCalls {
  let shown: string | null = null;
  return {
    readDiagnostics() {
      shown = wording.bugReport(diagnose(snapshot(), facts()));
      return Promise.resolve({ text: shown });
    },
    async copyDiagnostics() {
      if (shown === null) throw new AppError('bad-input');
      await desktop.copy(shown);
      return {};
    },
  };
}

function diagnose(snapshot: Snapshot, facts: Facts): Diagnosis {
  const { accounts, backups, desktop, handKept, keychain, lock, settings, theme, vault, version } = snapshot;
  const tokensIn = (place: (typeof accounts)[number]['token']): number =>
    accounts.filter(({ token }) => token === place).length;
  return {
    version,
    facts,
    keychain: { backend: keychain.backend, state: keychain.state },
    settings,
    vault,
    accounts: {
      count: accounts.length,
      practice: accounts.filter(({ kind }) => kind === 'practice').length,
      tokens: {
        keychain: tokensIn('keychain'),
        vault: tokensIn('vault'),
        memory: tokensIn('memory'),
        missing: tokensIn('missing'),
      },
      withCodes: accounts.filter(({ recovery }) => recovery !== null).length,
      inDoubt: accounts.filter(({ recoveryInDoubt }) => recoveryInDoubt).length,
    },
    handKept: handKept.length,
    backups: backups?.folders.map((folder) => folder.health) ?? [],
    lock: { by: lock.by, afterIdle: lock.afterIdle, presence: lock.presence },
    desktop: {
      tray: desktop.tray,
      closeToTray: desktop.closeToTray,
      clipboardClears: desktop.clipboardClears,
    },
    shortcut: desktop.shortcut === null ? 'off' : desktop.shortcutTaken ? 'taken' : 'set',
    theme,
  };
}
