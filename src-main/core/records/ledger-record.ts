import * as v from 'valibot';
import { label } from '#contract/texts';
import { type CodeSet, codeSetRecord } from './code-set';
import { asIs, ignored, ours } from './fields';
import { record } from './record';

/** The recovery codes of an account, or of a site that Latchkey does not speak to. */
export interface Ledger {
  /** The account's id; one of its own where there is no account. */
  readonly id: string;
  readonly label: string;
  /** The current set first. Replaced ones stay: nothing is ever dropped silently. */
  readonly sets: readonly CodeSet[];
}

const uuid = v.pipe(v.string(), v.uuid());

/** Which ledger is which is for matching to say: another computer may know it by another id. */
export const ledgerRecord = record<Ledger>({
  id: { vault: uuid, document: uuid, write: asIs, same: ignored, merge: ours },
  label: { vault: label, document: label, write: asIs, same: ignored, merge: ours },
  sets: {
    vault: v.array(codeSetRecord.vault),
    document: v.array(codeSetRecord.document),
    write: (sets) => sets.map(codeSetRecord.write),
  },
});
