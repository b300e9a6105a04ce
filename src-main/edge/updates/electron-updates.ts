import { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater, RpmUpdater } from 'electron-updater';
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper';
import { UpdateFailure, type UpdateFailureKind, type UpdatePort } from '../../core/update-port';
import { SignedProvider } from './signed-provider';
import type { PackageKind, UpdateFeed } from './update-source';

const updaters = {
  appimage: AppImageUpdater,
  deb: DebUpdater,
  rpm: RpmUpdater,
  mac: MacUpdater,
  nsis: NsisUpdater,
} satisfies Record<PackageKind, unknown>;

export interface Package {
  readonly kind: PackageKind;
  readonly feed: UpdateFeed;
  /** Where what is fetched goes. */
  readonly folder: string;
  /** Whether it can be installed without asking anybody. */
  readonly installsAtQuit: boolean;
}

/** Newer versions by electron-updater, told to keep to itself what it would tell of this computer. */
export function electronUpdates({ kind, feed, folder, installsAtQuit }: Package): Omit<UpdatePort, 'way'> {
  const updater = new updaters[kind]();
  const fetched = new DownloadedUpdateHelper(folder);
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = installsAtQuit;
  updater.disableDifferentialDownload = true;
  updater.isUserWithinRollout = () => true;
  Object.assign(updater, {
    // Else it writes a number into the profile, to send it to the server.
    stagingUserIdPromise: { value: Promise.resolve('') },
    // It would read this from a file that only some packages have.
    configOnDisk: { value: Promise.resolve({}) },
    // It would keep this outside of the profile.
    downloadedUpdateHelper: fetched,
  });
  updater.setFeedURL({ provider: 'custom', updateProvider: SignedProvider, ...feed });

  return {
    look: () =>
      told('unreachable', async () => {
        const found = await updater.checkForUpdates();
        if (found?.isUpdateAvailable === true) return found.updateInfo.version;
        // What this version was installed from.
        await fetched.clear();
        return null;
      }),
    async fetch(onPercent) {
      const tell = ({ percent }: { readonly percent: number }): void => onPercent(percent);
      updater.on('download-progress', tell);
      await told('unreachable', () => updater.downloadUpdate()).finally(() =>
        updater.off('download-progress', tell),
      );
    },
    install: () =>
      told('not-installed', () => {
        // It does not throw: it says so, before it comes back.
        const failures: Error[] = [];
        const note = (error: Error): unknown => failures.push(error);
        updater.on('error', note);
        updater.quitAndInstall(false, true);
        updater.off('error', note);
        return failures.length > 0 ? Promise.reject(new UpdateFailure('not-installed')) : Promise.resolve();
      }),
  };
}

/** What electron-updater and the network say is not passed on: it has addresses and paths. */
async function told<T>(otherwise: UpdateFailureKind, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof UpdateFailure) throw error;
    const isOther = (error as NodeJS.ErrnoException).code === 'ERR_CHECKSUM_MISMATCH';
    throw new UpdateFailure(isOther ? 'not-genuine' : otherwise);
  }
}
