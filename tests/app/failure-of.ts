import { AppError } from '#contract/errors';

/** The AppError that a call fails with. Throws when it does not fail, or fails with anything else. */
export async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const outcome = await call.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );
  if (outcome instanceof AppError) return outcome;
  throw new Error('no AppError', { cause: outcome });
}

/** Its code alone. */
export const codeOf = async (call: Promise<unknown>): Promise<string> => (await failureOf(call)).code;
