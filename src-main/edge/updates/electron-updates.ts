import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper';
import { MacUpdater } from 'electron-updater/out/MacUpdater';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater';
import { Provider, type ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { UpdateFailure } from '../../core/ports/package-updates';
import type { Fetched, Installer } from './installer';
import { isProven } from './proven-file';

/**
 * What macOS and Windows do with a package, by electron-updater: it is handed one that was fetched and proven already,
 * so that it asks no server for anything.
 *
 * @param folder what is fetched lies in its folder `pending`, where electron-updater looks for it
 */
export function electronInstaller(kind: 'mac' | 'nsis', folder: string): Installer {
  const updater = kind === 'mac' ? new MacUpdater() : new NsisUpdater();
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  updater.isUserWithinRollout = () => true;
  Object.assign(updater, {
    // Else it writes a number into the profile, to send it to the server.
    stagingUserIdPromise: { value: Promise.resolve('') },
    // It would read this from a file that only some packages have.
    configOnDisk: { value: Promise.resolve({}) },
    // It would keep this outside of the profile.
    downloadedUpdateHelper: new DownloadedUpdateHelper(folder),
  });
  return {
    prepare: (fetched) =>
      told(async () => {
        const { name, sha512 } = fetched.listed;
        const note = { fileName: name, sha512, isAdminRightsRequired: false };
        await mkdir(path.join(folder, 'pending'), { recursive: true, mode: 0o700 });
        await writeFile(path.join(folder, 'pending', 'update-info.json'), JSON.stringify(note));
        updater.setFeedURL({ provider: 'custom', updateProvider: providerOf(fetched) });
        await updater.checkForUpdates();
        await updater.downloadUpdate();
      }),
    install: ({ file, listed }) =>
      told(async () => {
        if (!(await isProven(file, listed))) throw new UpdateFailure('not-genuine');
        // It does not throw: it says so, before it comes back.
        const failures: Error[] = [];
        const note = (error: Error): unknown => failures.push(error);
        updater.on('error', note);
        updater.quitAndInstall(false, true);
        updater.off('error', note);
        if (failures.length > 0) throw new UpdateFailure('not-installed');
      }),
  };
}

/** Tells electron-updater what is here, and of no address: it would fetch what it does not find. */
function providerOf({ listed, list }: Fetched) {
  const info = { url: listed.name, sha512: listed.sha512, size: listed.size };
  return class extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    override getLatestVersion(): Promise<UpdateInfo> {
      const { version, date: releaseDate } = list;
      return Promise.resolve({
        version,
        releaseDate,
        files: [info],
        path: listed.name,
        sha512: listed.sha512,
      });
    }

    override resolveFiles(): ResolvedUpdateFileInfo[] {
      return [{ url: new URL(`https://updates.invalid/${listed.name}`), info }];
    }
  };
}

/** What electron-updater says is not passed on: it has addresses and paths. */
async function told(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    throw error instanceof UpdateFailure ? error : new UpdateFailure('not-installed');
  }
}
