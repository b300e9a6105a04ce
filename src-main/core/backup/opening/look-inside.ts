import type { FolderHolds } from '#contract/backups';
import type { Clock } from '../../ports/clock';
import type { Files } from '../../ports/files/files';
import type { Sealer } from '../../ports/sealing/sealer';
import type { State } from '../../state/state';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import { bringsMore } from '../content/compare';
import { openChosen } from './open-chosen';
import { chooseFolder } from './restore-source';
import { folderShelf } from './shelf';
import type { Vault } from '../../vault/vault';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly clock: Clock;
}

/**
 * What the backups in a folder that was just set up hold and this computer does not: a computer that was set up again
 * finds its codes there, and goes on without them unless it is told.
 *
 * @param passphrase null where nobody typed one: then only how many backups others wrote can be told
 * @returns null where there is nothing, or nothing that can be told. Never rejects, for the folder is set up already
 */
export async function lookInside(
  parts: Parts,
  path: string,
  passphrase: string | null,
): Promise<FolderHolds | null> {
  return look(parts, path, passphrase).catch(() => null);
}

async function look(
  { state, vault, ledgerShelf, sealer, files, clock }: Parts,
  path: string,
  passphrase: string | null,
): Promise<FolderHolds | null> {
  const now = clock.now();
  const chosen = await chooseFolder(sealer, folderShelf(files, path), now);
  const own = new Set(vault.local.backups?.folders.find((folder) => folder.path === path)?.files);
  const others = chosen.files.filter(({ name }) => !own.has(name)).length;
  if (others === 0) return null;
  if (passphrase === null) return { backups: others, entries: null, codes: null };
  const opened = await openChosen(sealer, chosen, passphrase, now);
  const here = { madeAt: now, computer: state.computer, accounts: ledgerShelf.kept };
  const rows = (await sealer.compareForeign(opened.contents, here)).filter(bringsMore);
  const codes = rows.reduce((sum, { codesOnlyThere }) => sum + codesOnlyThere, 0);
  return rows.length === 0 ? null : { backups: others, entries: rows.length, codes };
}
