import { app } from 'electron';
import { UpdateFailure, type PackageUpdates } from '../../core/ports/package-updates';
import { openSession } from '../pages/fence';
import type { Installer } from './installer';
import type { UpdateSource } from './update-source';

/**
 * Newer versions, with what fetches them loaded when it is first asked: most runs never do.
 *
 * @param folder where what is fetched goes
 */
export function lazyUpdates(source: UpdateSource, folder: string): PackageUpdates {
  let loaded: Promise<Omit<PackageUpdates, 'way'>> | undefined;
  const updates = (): Promise<Omit<PackageUpdates, 'way'>> => (loaded ??= load(source, folder));
  return {
    way: source.way,
    look: async () => (await updates()).look(),
    fetch: async (onPercent) => (await updates()).fetch(onPercent),
    install: async () => (await updates()).install(),
  };
}

async function load(source: UpdateSource, folder: string): Promise<Omit<PackageUpdates, 'way'>> {
  const { feed, kind } = source;
  if (feed === null) throw new UpdateFailure('unreachable');
  const [{ listName, signedUpdates }, transport, installer] = await Promise.all([
    import('./signed-updates'),
    import('./electron-transport').then(({ electronTransport }) => electronTransport()),
    installerFor(source, folder),
  ]);
  return signedUpdates({
    ...{ kind, feed, folder, installer },
    list: listName(process.platform, process.arch),
    version: app.getVersion(),
    transport,
    now: Date.now,
  });
}

async function installerFor({ kind, appImage, root }: UpdateSource, folder: string): Promise<Installer> {
  if (kind === 'mac' || kind === 'nsis') {
    // electron-updater fetches by the session of this name.
    await openSession('electron-updater');
    const { electronInstaller } = await import('./electron-updates');
    return electronInstaller(kind, folder);
  }
  const { appImageInstaller, debInstaller } = await import('./linux-installers');
  if (appImage !== null) return appImageInstaller(appImage);
  if (root !== null) return debInstaller(root);
  const nobody = (): Promise<void> => Promise.reject(new UpdateFailure('not-installed'));
  return { prepare: nobody, install: nobody };
}
