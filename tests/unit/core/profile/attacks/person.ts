import type { Snapshot } from '#contract/snapshot';
import { rowsOf } from '../../../../app/rows-of';
import type { World } from '../../../../app/make-app';
import { serviceUrl } from '../../story';
import { backupPassphrase, folder, otherUrl, type Victim } from './victims';

/** Every call that sends something. What it fails with is shown to the person, and is no concern here. */
async function callAll({ backend }: World, { accounts }: Snapshot): Promise<void> {
  for (const { id: accountId } of accounts) {
    const failed = (): undefined => undefined;
    await backend.requestCode({ accountId }).catch(failed);
    await backend.verifyCode({ accountId, code: '123456' }).catch(failed);
    await backend.fetchRecoveryCodes({ accountId }).catch(failed);
    await backend.copySessionToken({ accountId }).catch(failed);
  }
}

/** Every call that writes codes somewhere. @param passphrase of the backups, where it is known */
async function writeAll({ app, backend }: World, passphrase?: string): Promise<void> {
  await app.warmUp();
  const folders = (await backend.readSnapshot({})).backups?.folders ?? [];
  for (const { id: folderId } of passphrase === undefined ? [] : folders)
    await backend.checkBackup({ folderId, passphrase: passphrase ?? '' }).catch(() => undefined);
  await backend.addHandKept({ label: 'A new list', codes: rowsOf('wwww-1234') }).catch(() => undefined);
  await backend.backUpNow({}).catch(() => undefined);
  await app.settled();
}

/** Whether somebody who reads the sheet finds their own accounts and folders on it, and nothing else. */
function isTheirs({ accounts, folders }: NonNullable<Snapshot['takenOver']>): boolean {
  const known = [`Work ${serviceUrl}`, `Home ${otherUrl}`];
  return (
    accounts.every(({ label, serviceUrl: url }) => known.includes(`${label} ${url}`)) &&
    folders.every((path) => path === folder)
  );
}

/** The profile's owner starts it, unlocks it, says yes to what is theirs, and does everything that there is. */
export async function liveOn(world: World, { passphrase }: Victim): Promise<void> {
  const { backend } = world;
  const first = await backend.readSnapshot({});
  if (first.lock.locked) await backend.unlock({ passphrase: passphrase ?? '' }).catch(() => undefined);
  const before = await backend.readSnapshot({});
  await callAll(world, before);
  await writeAll(world, backupPassphrase);
  if (!before.takenOver || !isTheirs(before.takenOver)) return;
  await backend.believeTakenOver({}).catch(() => undefined);
  await callAll(world, await backend.readSnapshot({}));
  await writeAll(world, backupPassphrase);
}

/** What a thief types who sealed a key file of their own. */
export const thievesPassphrase = 'a stranger was here';

/** Somebody without the passphrase sits down at it, tries what there is, and begins anew. Gives what they saw. */
export async function stealIn(world: World): Promise<string> {
  const { backend } = world;
  const seen: unknown[] = [];
  const look = async (): Promise<void> => {
    const snapshot = await backend.readSnapshot({});
    seen.push(snapshot);
    const ledgers = [...snapshot.accounts, ...snapshot.handKept];
    for (const { id: ledgerId } of ledgers)
      seen.push(await backend.revealRecoveryCodes({ ledgerId }).catch(() => undefined));
    await callAll(world, snapshot);
  };
  await look();
  for (const passphrase of ['', thievesPassphrase]) {
    await backend.unlock({ passphrase }).catch(() => undefined);
    await look();
  }
  await backend.startOver({}).catch(() => undefined);
  await look();
  await backend.believeTakenOver({}).catch(() => undefined);
  await look();
  await writeAll(world);
  return JSON.stringify(seen);
}
