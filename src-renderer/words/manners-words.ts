import type { NoticeKind } from '#contract/desktop';
import type { KeychainBackend, Snapshot } from '#contract/snapshot';

/** What each notification is about, to be ticked. */
export const noticeWords: Record<NoticeKind, string> = {
  codeSent: 'A code was sent, while no window of Latchkey is in front',
  fewCodes: 'Three recovery codes are left, and the last one',
  backupTrouble: 'A backup could not be written, or is not as Latchkey wrote it',
  backupUnchecked: 'No backup was checked for 90 days',
};

/** What a notification shows and what it never does. */
export const noticePromise =
  'A notification may show the label of an account. It never shows a code, a phone number or a token.';

/** What goes with starting at login, on this system and as it is now; null for nothing. */
export function startAtLoginWords(
  { startAtLogin, tray }: Pick<Snapshot['desktop'], 'startAtLogin' | 'tray'>,
  backend: KeychainBackend,
): string | null {
  switch (startAtLogin) {
    case 'unknown':
      return 'Latchkey could not find out whether it starts at login.';
    case 'impossible':
      return 'Latchkey cannot set this from where it runs. The settings of your desktop may be able to.';
    case 'needs-approval':
      return 'macOS waits for you: allow Latchkey in System Settings, under General, Login Items.';
    case 'on':
    case 'off': {
      const way =
        tray === 'there'
          ? 'It starts without a window, in the tray.'
          : 'It starts without a window. With no tray to find it in, the window comes to the taskbar after a minute.';
      if (backend === 'macos-keychain') return 'It starts without a window, in the menu bar.';
      return backend === 'secret-service'
        ? `${way} Most desktops start what is in the autostart folder; a bare window manager may not.`
        : way;
    }
  }
}
