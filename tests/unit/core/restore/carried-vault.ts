import { viewOf } from '../../../../src-main/core/store/view/view';
import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import type { VaultContents } from '../../../../src-main/core/vault/vault-contents';
import { makeApp, type World } from '../../../app/make-app';
import { stick } from '../backup/folders/backup-world';
import { appWithPassphrase } from '../lock/lock-world';
import type { Story } from '../story';

/** A vault as Latchkey 0.1.0 wrote it. */
export const firstText = (ledgers: readonly Ledger[]): string => JSON.stringify({ schema: 1, ledgers });

/** The same codes as `contents`, as Latchkey 0.1.0 wrote them. */
export const asFirst = ({ store }: VaultContents): string =>
  firstText(viewOf(store).map(({ ledger }) => ledger));

/** The files of a computer that asks for a passphrase, on a stick, and another computer. */
export async function carried(
  [vault, key]: readonly [vault: string, key: string] = ['vault.age', 'vault-key.age'],
  from?: Story,
): Promise<{ readonly from: Story; readonly world: World }> {
  const story = from ?? (await appWithPassphrase());
  const world = makeApp({ sealer: story.sealer });
  world.files.make(stick, {
    [vault]: story.vaultFile.sealed ?? new Uint8Array(),
    [key]: story.vaultKeyFile.sealed ?? new Uint8Array(),
  });
  return { from: story, world };
}
