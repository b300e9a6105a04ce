import { bugReportWords } from '#words/settings/bug-report';
import { labelWords } from '#words/labels';
import type { Diagnosis } from '../core/ports/diagnosis';
import type { Wording } from '../core/ports/wording';

/** The core's texts, out of the catalogue. */
export const wording: Wording = {
  practiceAccount: () => labelWords.practiceAccount,
  restored: () => labelWords.restored,
  bugReport,
};

function bugReport(found: Diagnosis): string {
  const say = bugReportWords;
  const { accounts, facts, keychain, lock, desktop, vault } = found;
  const tokens = (['keychain', 'vault', 'memory', 'missing'] as const).map(
    (place) => `${accounts.tokens[place]} ${place}`,
  );
  return [
    say.program(found.version),
    facts.runtime,
    say.system(facts.system, facts.desktop ?? say.desktopNotNamed),
    say.keychain(keychain.backend, keychain.state),
    say.settings(found.settings),
    say.vault(vault.state, vault.setAside),
    say.accounts(accounts.count, accounts.practice, tokens),
    say.codes(accounts.withCodes, accounts.inDoubt, found.handKept),
    say.backups(found.backups),
    say.lock(lock.by, lock.afterIdle, lock.presence === 'touch-id'),
    say.tray(desktop.tray, desktop.closeToTray, desktop.clipboardClears),
    say.shortcut(found.shortcut, found.theme),
    '',
  ].join('\n');
}
