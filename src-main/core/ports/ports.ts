import type { Platform } from '#contract/snapshot';
import type { Clock } from './clock';
import type { Desktop } from './shell/desktop';
import type { Dialogs } from './shell/dialogs';
import type { Facts } from './runtime-facts';
import type { Files } from './files/files';
import type { Http } from './http';
import type { Leftovers } from './leftovers';
import type { LoginStart } from './shell/login-start';
import type { Notifications } from './shell/notifications';
import type { Paper } from './shell/paper';
import type { PracticeRunner } from './practice';
import type { Presence } from './shell/presence';
import type { ProfileFile } from './files/profile-file';
import type { PutAsideFiles } from './files/put-aside-files';
import type { QuickVerify } from './shell/quick-verify';
import type { Random } from './random';
import type { ScreenGuard } from './shell/screen-guard';
import type { SealedFile } from './sealing/sealed-file';
import type { SealedKeyFile } from './sealing/sealed-key-file';
import type { Sealer } from './sealing/sealer';
import type { Secrets } from './secrets';
import type { SettingsFile } from './files/settings-file';
import type { PackageUpdates } from './package-updates';
import type { Wording } from './wording';

/** Everything that the core needs from outside. */
export interface Ports {
  readonly version: string;
  readonly platform: Platform;
  readonly secrets: Secrets;
  readonly profileFile: ProfileFile;
  readonly settingsFile: SettingsFile;
  readonly sealer: Sealer;
  readonly vaultFile: SealedFile;
  readonly files: Files;
  readonly putAsideFiles: PutAsideFiles;
  /** Has temporary files say that they are this profile's, by the digits of its id: others are never swept away. */
  readonly markTemporaries: (computer: string) => void;
  readonly dialogs: Dialogs;
  readonly paper: Paper;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly practice: PracticeRunner;
  readonly desktop: Desktop;
  readonly quickVerify: QuickVerify;
  readonly notifications: Notifications;
  readonly loginStart: LoginStart;
  readonly updates: PackageUpdates;
  readonly vaultKeyFile: SealedKeyFile;
  readonly presence: Presence;
  readonly screenGuard: ScreenGuard;
  readonly leftovers: Leftovers;
  readonly facts: () => Facts;
  readonly wording: Wording;
}
