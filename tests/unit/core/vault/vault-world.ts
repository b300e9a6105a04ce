import type { Snapshot } from '#contract/snapshot';
import { rowsOf } from '../../../app/rows-of';
import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import { takeOver } from '../../../../src-main/core/vault/take-over';
import { type VaultContents, writeContents } from '../../../../src-main/core/vault/vault-contents';
import type { FakeSealer } from '../../../fakes/fake-sealer';
import { type Fakes, makeApp, type World } from '../../../app/make-app';
import { MemoryProfileFile } from '../../../fakes/memory-profile-file';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { snapshotOf } from '../story';

/** Where the first version kept the key of every profile. */
export const oldIdentityEntry = 'vault-identity';

const profileOf = ({ profileFile }: Fakes) =>
  JSON.parse(profileFile.text ?? '{}') as { id: string; recipient: string | null };

/** Where the key to the vault lies, under the profile's own name; null before there is one. */
export function identityEntryOf(fakes: Fakes): string {
  const { id, recipient } = profileOf(fakes);
  return `vault-identity:${id}:${recipient ?? 'none'}`;
}

/** Where an account's token lies. */
export const tokenEntryOf = (fakes: Fakes, accountId: string): string =>
  `token:${profileOf(fakes).id}:${accountId}`;

/** Where an account's session token lies. */
export const sessionEntryOf = (fakes: Fakes, accountId: string): string =>
  `session:${profileOf(fakes).id}:${accountId}`;

export const identity = 'AGE-SECRET-KEY-1FAKE0000';
const recipient = 'age1fake0000';

/** One ledger without an account, by its label. */
const ledgerWith = (label: string): Ledger => ({
  id: '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f',
  label,
  sets: [
    {
      name: 'K7-4QD',
      fetchedAt: 1_000,
      replacedAt: null,
      codes: [{ code: 'abcd-1234', state: 'unused', at: null, note: '' }],
    },
  ],
});

/** A vault that holds some ledgers. */
export const contentsOf = (ledgers: readonly Ledger[]): VaultContents =>
  takeOver(ledgers, null, true, '00112233');

/** A vault that holds one ledger without an account, by its label. */
export const contentsWith = (label: string): VaultContents => contentsOf([ledgerWith(label)]);

export const sealedWith = (sealer: FakeSealer, label: string): Promise<Uint8Array> =>
  sealer.sealTo(recipient, writeContents(contentsWith(label), identity));

/** The same as Latchkey 0.1.0 wrote it. */
export const firstWith = (sealer: FakeSealer, label: string): Promise<Uint8Array> =>
  sealer.sealTo(recipient, JSON.stringify({ schema: 1, ledgers: [ledgerWith(label)] }));

/** The same vault as a later version of Latchkey writes it. */
export const newerWith = (sealer: FakeSealer, label: string): Promise<Uint8Array> =>
  sealer.sealTo(
    recipient,
    writeContents(contentsWith(label), identity).replace('"schema": 2', '"schema": 3'),
  );

/** What is no vault any more. `header`: damaged so that it looks as if it were sealed to another key. */
export function damaged(sealed: Uint8Array, where: 'header' | 'body' = 'body'): Uint8Array {
  const copy = sealed.slice();
  const place = where === 'header' ? 15 : copy.length - 1;
  copy[place] = copy[place] === 0x61 ? 0x62 : 0x61;
  return copy;
}

type Make = (sealer: FakeSealer, label: string) => Promise<Uint8Array>;

/** An app on a vault and its backup of the first version; the keychain has their identity. The labels are "current" and "backup". */
export async function startOn(current: Make | null, backup: Make | null = null): Promise<World> {
  const world = makeApp();
  const { sealer, secrets } = world;
  secrets.entries.set(oldIdentityEntry, identity);
  const vaultFile = new MemoryVaultFile(
    (await current?.(sealer, 'current')) ?? null,
    (await backup?.(sealer, 'backup')) ?? null,
  );
  // Without `profile.json`, which came with a later version.
  return makeApp({ ...world, vaultFile, profileFile: new MemoryProfileFile() });
}

/** Opens the vault as a start does, and tells what the window sees of it. */
export async function warmedUp(
  world: World,
): Promise<Pick<Snapshot, 'vault'> & { readonly labels: string[] }> {
  await world.app.warmUp();
  const { vault, handKept } = await snapshotOf(world);
  return { vault, labels: handKept.map(({ label }) => label) };
}

export const addByHand = (world: World, label = 'By hand') =>
  world.backend.addHandKept({ label, codes: rowsOf('mnop-5678') });

/** Somebody asks for it to be unlocked, by the keychain. */
export const unlocked = (world: World) => world.backend.unlock({ passphrase: '' });
