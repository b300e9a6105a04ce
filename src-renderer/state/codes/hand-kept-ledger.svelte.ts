import { codesWords } from '#words/codes/codes';
import { CodeCorrection } from './code-correction.svelte';
import { LedgerState } from './ledger.svelte';

/** A ledger of another site: what is in it is for a person to correct, row by row. */
export class HandKeptLedger extends LedgerState {
  /** The dialog with a code that is being corrected. */
  correction = $state.raw<CodeCorrection | null>(null);

  /** Opens the dialog with a code. What is hidden is revealed for it, and stays for as long as the dialog is open. */
  async correct(index: number): Promise<void> {
    if (!this.revealed) await this.reveal();
    const code = this.codes?.[index];
    if (code === undefined) return;
    this.showOn();
    this.correction = new CodeCorrection(this.backend, { ledgerId: this.ledgerId, index, code }, async () => {
      this.done = codesWords.corrected(index + 1);
      this.undoable = null;
      this.closeCorrection();
      await this.revealAgain();
    });
  }

  /** The time of the revealed codes begins anew. */
  closeCorrection(): void {
    if (!this.correction) return;
    this.correction.leave();
    this.correction = null;
    if (this.revealed) this.showForAWhile();
  }

  /** Removes a code, which can be taken back until the next thing is done. */
  async remove(index: number): Promise<void> {
    const code = { ledgerId: this.ledgerId, index };
    const removed = await this.ask(
      () => this.backend.removeRecoveryCode(code),
      codesWords.removed(index + 1),
    );
    if (!removed) return;
    this.undoable = () => this.#putBack();
    await this.revealAgain();
  }

  async #putBack(): Promise<void> {
    const { ledgerId } = this;
    const put = await this.ask(() => this.backend.putBackRecoveryCode({ ledgerId }), '');
    if (!put) return;
    this.done = codesWords.putBack(put.index + 1);
    await this.revealAgain();
  }

  override leave(): void {
    super.leave();
    this.closeCorrection();
  }
}
