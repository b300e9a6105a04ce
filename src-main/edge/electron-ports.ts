import path from 'node:path';
import { app } from 'electron';
import type { Http } from '../core/ports/http';
import type { Ports } from '../core/ports/ports';
import { electronDesktop } from './clipboard-and-theme';
import { electronDialogs } from './files/dialogs';
import { platformOf } from './program/platform';
import { systemFacts } from './program/runtime-facts';
import { systemFiles } from './files/files';
import { filesInTime } from './files/files-in-time';
import { systemKeychain } from './keychain/system-keychain';
import { systemLoginStart } from './login-start/system-login-start';
import { desktopNotifications } from './notifications';
import { windowPaper } from './files/paper';
import { practiceRunner } from './practice/runner';
import { profileFile, settingsFile, vaultFile } from './files/profile-files';
import { putAsideFiles } from './files/put-aside-files';
import { systemPresence } from './lock/presence';
import { quickVerifyPort } from './windows/quick-verify';
import { sealedKeyFile } from './files/sealed-key-file';
import { markTemporaries } from './files/temporary-names';
import { ageSealer } from './sealing/age-sealer';
import { systemClock, systemRandom } from './program/clock-and-random';
import { leftoversIn } from './lock/leftovers';
import { lazyUpdates } from './updates/lazy-updates';
import { updateSource } from './updates/update-source';
import type { Windows } from './windows/windows';
import { wording } from './wording';

interface Parts {
  /** The folder with the settings, the vault and the practice service's memory. */
  readonly profile: string;
  /** The folder with the programs of the utility processes. */
  readonly programs: string;
  readonly http: Http;
  readonly windows: Windows;
}

/** The world as the core sees it, made of the real things. */
export function electronPorts({ profile, programs, http, windows }: Parts): Ports {
  return {
    version: app.getVersion(),
    platform: platformOf(process.platform),
    secrets: systemKeychain(path.join(programs, 'keychain-process.js'), () => windows.isAnyOpen),
    profileFile: profileFile(profile),
    settingsFile: settingsFile(profile),
    vaultFile: vaultFile(profile),
    files: filesInTime(systemFiles),
    markTemporaries,
    putAsideFiles: putAsideFiles(profile),
    dialogs: electronDialogs,
    paper: windowPaper,
    sealer: ageSealer(path.join(programs, 'sealing-process.js')),
    http,
    clock: systemClock,
    random: systemRandom,
    practice: practiceRunner(
      path.join(programs, 'practice-process.js'),
      path.join(profile, 'practice-service.json'),
    ),
    desktop: electronDesktop,
    quickVerify: quickVerifyPort(windows),
    vaultKeyFile: sealedKeyFile(profile),
    presence: systemPresence,
    screenGuard: windows.main,
    leftovers: leftoversIn(windows),
    facts: systemFacts,
    wording,
    notifications: desktopNotifications(windows),
    loginStart: systemLoginStart(profile),
    updates: lazyUpdates(
      updateSource({
        platform: process.platform,
        env: process.env,
        executable: process.execPath,
        resources: app.isPackaged ? process.resourcesPath : null,
      }),
      path.join(profile, 'updates'),
    ),
  };
}
