import type { Understood } from '../../src-main/contract/calls/recovery-codes';
import { AppError } from '../../src-main/contract/errors';
import { understand } from '../../src-main/core/recovery-codes/understand/understand';
import { textOfFile } from './text-of-file';

/** What is printed of a file. */
interface Line {
  readonly file: string;
  readonly kind: Understood['kind'] | 'unknown';
  readonly recoveryCodes: readonly { readonly code: string; readonly used: boolean }[];
  /** Why there are none, as a code; null where there are some. */
  readonly refused: string | null;
}

/** What Latchkey understands of a file: the rows that it would show first, before a person says otherwise. Never throws. */
export async function understandFile(file: string): Promise<Line> {
  const read = await textOfFile(file);
  if ('refused' in read) return refusal(file, 'unknown', read.refused);
  try {
    const { kind, oneEach, oneKey, proposed } = understand(read.text);
    if (kind !== 'recovery-codes') return refusal(file, kind, kind);
    const rows = proposed === 'one-key' ? (oneKey ?? oneEach) : oneEach;
    const recoveryCodes = rows.map(({ code, isUsed }) => ({ code, used: isUsed }));
    return { file, kind, recoveryCodes, refused: null };
  } catch (error) {
    return refusal(file, 'unknown', error instanceof AppError ? error.code : 'bug');
  }
}

const refusal = (file: string, kind: Line['kind'], refused: string): Line => ({
  file,
  kind,
  recoveryCodes: [],
  refused,
});
