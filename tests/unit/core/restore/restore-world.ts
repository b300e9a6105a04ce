import { writeDocument } from '../../../../src-main/core/backup/content/document';
import type { Kept } from '../../../../src-main/core/records/backed-up';
import { makeApp, type World } from '../../../app/make-app';
import { snapshotOf, entriesOf } from '../story';
import { appWithBackups, passphrase, stick } from '../backup/folders/backup-world';

export const kitName = 'latchkey-kit-2026-01-02.age';
export const madeAt = Date.UTC(2026, 0, 2);

/** The text of a kit with these accounts. */
export const kitText = (accounts: readonly Kept[]): string =>
  writeDocument({ madeAt, computer: null, accounts });

/** Puts a sealed text where the person chooses it. */
export async function putKit(world: World, text: string, name = kitName): Promise<void> {
  const sealed = await world.sealer.sealWithPassphrase(passphrase, text, 'armored');
  world.files.make(stick, { [name]: sealed });
  world.dialogs.sealedFile = { folder: stick, name };
}

/** Chooses the kit and opens it. */
export async function openKit(world: World, accounts: readonly Kept[]) {
  await putKit(world, kitText(accounts));
  await world.backend.chooseRestoreSource({ what: 'file' });
  return world.backend.openRestore({ secret: passphrase });
}

/** Restores all of a kit. */
export async function restoreKit(world: World, accounts: readonly Kept[]) {
  await openKit(world, accounts);
  return world.backend.restore({ take: [...accounts.keys()] });
}

/** Chooses a folder and opens it. */
export async function openFolder(world: World, secret = passphrase, folder = stick) {
  world.dialogs.folder = folder;
  await world.backend.chooseRestoreSource({ what: 'folder' });
  return world.backend.openRestore({ secret });
}

/** Another computer, on which the same drive is plugged in. */
export const elsewhere = ({ files, sealer }: World): World => makeApp({ files, sealer });

/** Everything that is known of one ledger: its codes with their states, and those of the sets that were replaced. */
export async function ledgerOf(world: World, ledgerId: string) {
  const { codes, replaced } = await world.backend.revealRecoveryCodes({ ledgerId });
  const { accounts, handKept } = await snapshotOf(world);
  const found = [...accounts, ...handKept].find(({ id }) => id === ledgerId)?.recovery;
  const entries = await entriesOf(world, ledgerId);
  return {
    codes: codes.map((code, place) => [code, entries[place]?.state]),
    replaced: replaced.map((set) => set.codes),
    sealed: found?.sealed,
  };
}

export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** Chooses a file that lies on the stick. */
export function chooseFile(world: World, name: string) {
  world.dialogs.sealedFile = { folder: stick, name };
  return world.backend.chooseRestoreSource({ what: 'file' });
}
export const open = (world: World, secret = passphrase) => world.backend.openRestore({ secret });
/** Another computer, with a stick on which the backups of the first lie. */
export async function withBackups(count = 1) {
  const first = await appWithBackups();
  for (let written = 1; written < count; written += 1) {
    first.clock.pass(60_000);
    await first.backend.backUpNow({});
  }
  return elsewhere(first);
}
export const put = (world: World, name: string, file: Uint8Array) =>
  world.files.folders.get(stick)?.set(name, file);
