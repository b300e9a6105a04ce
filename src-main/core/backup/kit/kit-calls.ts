import type { KitCalls } from '#contract/calls/kit';
import type { KitSheet } from '#contract/kits';
import type { Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { ScreenGuard } from '../../ports/shell/screen-guard';
import type { OneAtATime } from '../../turns/one-at-a-time';
import type { Clock } from '../../ports/clock';
import type { Dialogs } from '../../ports/shell/dialogs';
import type { Files } from '../../ports/files/files';
import type { Paper } from '../../ports/shell/paper';
import type { Sealer } from '../../ports/sealing/sealer';
import type { State } from '../../state/state';
import { TooLongToSeal } from '../../ports/sealing/sealer';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import type { Vault } from '../../vault/vault';
import { keyText } from '../../keys/sealed-identity';
import { localDay } from '../../records/local-day';
import type { BackupDocument, Kept } from '../../records/backed-up';
import type { Backups } from '../folders/backups';
import { checkBackupsPassphrase } from '../folders/backups-passphrase';
import { writeDocument } from '../content/document';
import { onPaper } from './on-paper';
import { paperParts } from './paper-parts';
import { listsOnPaper, paperSize } from './paper-size';
import { sheetOrder } from './sheet-order';
import { readPassphrase } from '../../keys/passphrase';
import { saveProven } from './save-proven';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly paper: Paper;
  readonly clock: Clock;
  readonly screenGuard: ScreenGuard;
  readonly turns: OneAtATime;
}

type SealFor = Takes<'saveKit'>['sealFor'];
type ByPassphrase = Pick<Takes<'makeKitSheet'>, 'passphrase' | 'sameAs'>;
/** Everything that is here, at one moment. */
interface Whole extends BackupDocument {
  readonly madeAt: number;
  readonly accounts: readonly Kept[];
}
/** How a kit is sealed, and how it is proven that it opens. For somebody else's key, only they can prove it. */
interface Seal {
  readonly seal: (text: string) => Promise<Uint8Array>;
  readonly opens: (sealed: Uint8Array, text: string) => Promise<boolean>;
}

/** Kits: everything that is here in one sealed file, or on paper. Nothing is called saved that was not read back. */
export function kitCalls(parts: Parts): KitCalls {
  const { state, vault, ledgerShelf, sealer, files, dialogs, paper, clock, screenGuard, turns } = parts;
  const now = (): Whole => ({
    madeAt: clock.now(),
    computer: state.computer,
    accounts: ledgerShelf.kept,
  });
  /** A kit of a closed vault would be without its codes. */
  const openVault = async (): Promise<void> => {
    await vault.open();
    if (vault.state !== 'open') throw new AppError('vault-read-only');
    if (now().accounts.length === 0) throw new AppError('nothing-to-back-up');
  };
  const fileName = (ending: string, of = 'kit'): string =>
    `latchkey-${of}-${localDay(clock.now())}.${ending}`;

  const byPassphrase = async ({ passphrase: typed, sameAs }: ByPassphrase): Promise<Seal> => {
    if (sameAs) await checkBackupsPassphrase(parts, typed);
    const passphrase = readPassphrase(typed);
    return {
      seal: (text) => sealer.sealWithPassphrase(passphrase, text, 'armored'),
      opens: async (sealed, text) => (await sealer.openWithPassphrase(passphrase, sealed)) === text,
    };
  };
  const sealOf = async (sealFor: SealFor): Promise<Seal> => {
    if (sealFor.who === 'passphrase') return byPassphrase(sealFor);
    const recipient = sealFor.recipient.trim();
    if (!(await sealer.isRecipient(recipient))) throw new AppError('recipient-invalid');
    return {
      seal: (text) => sealer.sealTo(recipient, text, 'armored'),
      opens: () => Promise.resolve(true),
    };
  };

  const save = async (sealFor: SealFor): Promise<string | null> => {
    const { seal, opens } = await sealOf(sealFor);
    await openVault();
    const place = await dialogs.chooseSavePlace(fileName('age'));
    if (!place) return null;
    // It may have been locked while the person chose.
    await openVault();
    const text = writeDocument(now());
    const sealed = await seal(text).catch((error: unknown) => {
      throw new AppError(error instanceof TooLongToSeal ? 'too-much-to-seal' : 'kit-not-sealed');
    });
    await saveProven(files, place, sealed, (read) => opens(read, text));
    return place.name;
  };

  /** What goes on paper: all but some. @throws AppError as openVault */
  const chosen = async (without: readonly string[]): Promise<Whole> => {
    await openVault();
    const all = now();
    const leftOut = new Set(without);
    return { ...all, accounts: all.accounts.filter(({ id }) => !leftOut.has(id)) };
  };
  /** @throws AppError as `chosen`; `nothing-to-back-up`; `kit-too-long-for-paper` */
  const fitting = async ({ withCodes, without }: Takes<'measureKitSheet'>): Promise<Whole> => {
    const document = await chosen(without);
    if (document.accounts.length === 0) throw new AppError('nothing-to-back-up');
    const { qrCodes, most } = paperSize(document, withCodes);
    if (qrCodes > most) throw new AppError('kit-too-long-for-paper', { needed: qrCodes, most });
    return document;
  };

  const makeSheet = async ({ withCodes, without, ...by }: Takes<'makeKitSheet'>): Promise<KitSheet> => {
    // A passphrase is of no use where the page is not made.
    await fitting({ withCodes, without });
    const { seal, opens } = await byPassphrase(by);
    // What was used meanwhile stands on it as used.
    const document = await fitting({ withCodes, without });
    const { madeAt } = document;
    const text = writeDocument(document);
    const sealed = await seal(text).catch((error: unknown) => {
      throw error instanceof TooLongToSeal ? new AppError('too-much-to-seal') : error;
    });
    if (!(await opens(sealed, text))) throw new Error('the kit does not open as it was sealed');
    const parts = paperParts(keyText(sealed));
    const most = limits.kitParts;
    if (parts.length > most || parts.some((part) => part.length > limits.qrPart)) {
      throw new AppError('kit-too-long-for-paper', { needed: parts.length, most });
    }
    if (withCodes) screenGuard.hideFromCaptures(true);
    const leftOut = now().accounts.length - document.accounts.length;
    return { madeAt, ...onPaper(document, withCodes), leftOut, parts, order: sheetOrder(parts) };
  };

  return {
    saveKit: ({ sealFor }) => turns.run('kit', async () => ({ saved: await save(sealFor) })),
    async measureKitSheet({ withCodes, without }) {
      const document = await chosen(without);
      return { ...paperSize(document, withCodes), lists: listsOnPaper(now().accounts) };
    },
    makeKitSheet: (input) => turns.run('kit', () => makeSheet(input)),

    printWindow: () =>
      turns.run('print', async () => {
        const done = await paper.print().catch(notPrinted);
        return { done };
      }),

    saveWindowAsPdf: ({ shows }) =>
      turns.run('print', async () => {
        const { locks } = state;
        const place = await dialogs.chooseSavePlace(fileName('pdf', shows));
        if (!place) return { saved: null };
        // The sheet is gone: the window shows something else now.
        if (state.locks !== locks) throw new AppError('locked');
        const pdf = await paper.pdf().catch(notPrinted);
        await saveProven(files, place, pdf, () => Promise.resolve(true));
        return { saved: place.name };
      }),
  };
}

const notPrinted = (): never => {
  throw new AppError('not-printed');
};
