import { UpdateFailure, type UpdatePort } from '../../core/update-port';
import { openSession } from '../fence';
import type { UpdateFeed, UpdateSource } from './update-source';

/**
 * Newer versions, with what fetches them loaded when it is first asked: most runs never do.
 *
 * @param folder where what is fetched goes
 */
export function lazyUpdates({ way, feed, kind }: UpdateSource, folder: string): UpdatePort {
  let loaded: Promise<Omit<UpdatePort, 'way'>> | undefined;
  const updates = (): Promise<Omit<UpdatePort, 'way'>> => {
    if (feed === null) return Promise.reject(new UpdateFailure('unreachable'));
    return (loaded ??= load(feed));
  };
  const load = async (from: UpdateFeed): Promise<Omit<UpdatePort, 'way'>> => {
    // electron-updater fetches by the session of this name.
    await openSession('electron-updater');
    const { electronUpdates } = await import('./electron-updates');
    return electronUpdates({ kind, feed: from, folder, installsAtQuit: way === 'itself' });
  };
  return {
    way,
    look: async () => (await updates()).look(),
    fetch: async (onPercent) => (await updates()).fetch(onPercent),
    install: async () => (await updates()).install(),
  };
}
