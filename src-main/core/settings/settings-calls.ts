import type { SettingsCalls } from '#contract/calls/settings';
import type { Desktop } from '../ports/shell/desktop';
import type { LoginStart } from '../ports/shell/login-start';
import type { QuickVerify } from '../ports/shell/quick-verify';
import type { Settings } from '../state/settings';
import type { State } from '../state/state';
import type { Vault } from '../vault/vault';
import type { UpdateKeeper } from '../updates/updates';
import { changeStartAtLogin, lookAtStartAtLogin } from './start-at-login';
import { changeShortcut } from './shortcut';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly desktop: Desktop;
  readonly loginStart: LoginStart;
  readonly quickVerify: QuickVerify;
  readonly keeper: UpdateKeeper;
}

/** What a person chooses once. The settings file has it before anything follows it. */
export function settingsCalls(parts: Parts): SettingsCalls {
  const { state, vault, desktop, keeper } = parts;
  const set = async (how: (settings: Settings) => Settings): Promise<Record<string, never>> => {
    await state.change(how);
    return {};
  };
  const setOnDesktop = (change: Partial<Settings['desktop']>): Promise<Record<string, never>> =>
    set((settings) => ({ ...settings, desktop: { ...settings.desktop, ...change } }));

  return {
    async setTheme({ theme }) {
      await set((settings) => ({ ...settings, theme }));
      desktop.showTheme(theme);
      return {};
    },
    async setShortcut({ shortcut }) {
      await changeShortcut(parts, shortcut);
      return {};
    },
    setCloseToTray: ({ closeToTray }) => setOnDesktop({ closeToTray }),
    setNotification: ({ kind, on }) =>
      set((settings) => {
        const notifications = { ...settings.desktop.notifications, [kind]: on };
        return { ...settings, desktop: { ...settings.desktop, notifications } };
      }),
    async setLockAfter({ afterIdle }) {
      await vault.changeLocal((local) => ({ ...local, lockAfter: afterIdle }));
      return {};
    },
    async setUpdateMode({ mode }) {
      await set((settings) => ({ ...settings, updates: mode }));
      keeper.follow();
      return {};
    },
    async setStartAtLogin({ on }) {
      await changeStartAtLogin(parts, on);
      return {};
    },
    async lookAtStartAtLogin() {
      await lookAtStartAtLogin(parts);
      return {};
    },
  };
}
