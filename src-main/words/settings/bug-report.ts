import { section } from '../catalogue';

/** The lines of the text for a bug report. States stand in it as the program calls them. */
export const bugReportWords = section('bug-report', {
  program: (version: string) => `Latchkey ${version}`,
  system: (system: string, desktop: string) => `System: ${system}; ${desktop}`,
  desktopNotNamed: 'desktop not named',
  keychain: (backend: string, state: string) => `Keychain: ${backend}, ${state}`,
  settings: (state: string) => `Settings: ${state}`,
  vault: (state: string, setAside: boolean) =>
    setAside ? `Vault: ${state}, a damaged one was set aside` : `Vault: ${state}`,
  /** @param tokens how many lie where, such as "1 keychain" */
  accounts: (count: number, practice: number, tokens: readonly string[]) =>
    `Accounts: ${count} (${practice} practice); tokens: ${tokens.join(', ')}`,
  codes: (accounts: number, inDoubt: number, handKept: number) =>
    `Recovery codes: of ${accounts} accounts (${inDoubt} in doubt), ${handKept} kept by hand`,
  backups: (health: readonly string[]) =>
    `Backup folders: ${health.length === 0 ? 'none' : health.join(', ')}`,
  /** @param seconds without use; 0 for never */
  lock: (by: string, seconds: number | null, touchId: boolean) =>
    `Lock: by ${by}, ${seconds === null ? 'locked' : seconds === 0 ? 'never when idle' : `after ${seconds} s`}, touch id ${touchId ? 'there' : 'not there'}`,
  tray: (tray: string, stays: boolean, clipboard: string) =>
    `Tray: ${tray}, closing ${stays ? 'stays there' : 'quits'}; clipboard: ${clipboard}`,
  shortcut: (shortcut: 'off' | 'taken' | 'set', theme: string) =>
    `Shortcut: ${shortcut === 'taken' ? 'taken by another program' : shortcut}; theme: ${theme}`,
});
