import { understand } from '../../../../../src-main/core/recovery-codes/understand/understand';

/** The rows that are proposed for a text. @throws AppError as `understand` */
export function proposed(text: string): readonly { readonly code: string; readonly isUsed: boolean }[] {
  const { proposed: which, oneEach, oneKey } = understand(text);
  return which === 'one-key' ? (oneKey ?? []) : oneEach;
}

/** Their codes. @throws AppError as `understand` */
export const codesIn = (text: string): string[] => proposed(text).map(({ code }) => code);

/** The codes of the proposed rows that are marked as used. @throws AppError as `understand` */
export const usedIn = (text: string): string[] =>
  proposed(text).flatMap(({ code, isUsed }) => (isUsed ? [code] : []));
