import { app } from 'electron';
import type { LoginStart } from '../../core/ports/shell/login-start';

/** Starting at login on macOS and Windows. Out of a package, the entry would start Electron without Latchkey. */
export function loginItem(args: readonly string[]): LoginStart {
  // macOS hands no arguments over: a start by the system is known by `wasOpenedAtLogin` there.
  const options = process.platform === 'win32' ? { args: [...args] } : {};
  return {
    look() {
      if (!app.isPackaged) return Promise.resolve('impossible');
      const found = app.getLoginItemSettings(options);
      if (process.platform === 'darwin' && found.status === 'requires-approval') {
        return Promise.resolve('needs-approval');
      }
      // On Windows the Task Manager switches an entry off without removing it.
      const runs = process.platform === 'win32' ? found.executableWillLaunchAtLogin : found.openAtLogin;
      return Promise.resolve(runs ? 'on' : 'off');
    },
    set(on) {
      if (!app.isPackaged) return Promise.reject(new Error('not out of a package'));
      app.setLoginItemSettings({ ...options, openAtLogin: on, ...(isWindows ? { enabled: on } : {}) });
      return Promise.resolve();
    },
  };
}

const isWindows = process.platform === 'win32';
