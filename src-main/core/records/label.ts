import { cleanLine } from '#contract/clean-text';
import { AppError } from '#contract/errors';

/** Reads what a person typed as a name for something. @throws AppError `label-invalid` when nothing is left to see */
export function readLabel(typed: string): string {
  const label = cleanLine(typed);
  if (label === '') throw new AppError('label-invalid');
  return label;
}
