import type { Clock } from './clock';
import type { Desktop } from './desktop';
import type { Dialogs } from './dialogs';
import type { Facts } from './facts';
import type { Files } from './files';
import type { Http } from './http';
import type { Leftovers } from './leftovers';
import type { LoginStart } from './login-start';
import type { Notifications } from './notifications';
import type { Paper } from './paper';
import type { PracticeRunner } from './practice';
import type { Presence } from './presence';
import type { ProfileFile } from './profile-file';
import type { QuickVerify } from './quick-verify';
import type { Random } from './random';
import type { ScreenGuard } from './screen-guard';
import type { SealedFile } from './sealed-file';
import type { SealedKeyFile } from './sealed-key-file';
import type { Sealer } from './sealer';
import type { Secrets } from './secrets';
import type { SettingsFile } from './settings-file';
import type { PackageUpdates } from './package-updates';

/** Everything that the core needs from outside. */
export interface Ports {
  readonly version: string;
  readonly secrets: Secrets;
  readonly profileFile: ProfileFile;
  readonly settingsFile: SettingsFile;
  readonly sealer: Sealer;
  readonly vaultFile: SealedFile;
  readonly files: Files;
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
}
