import { noContent } from '../../vault/local';

/**
 * Whether a backup was made from a vault in which there was something.
 *
 * @param stamp see vault/local.ts; Latchkey 0.1.0 began it with the vault's and a dot
 */
export const hadVault = (stamp: string | null): boolean =>
  stamp !== null && stamp !== noContent && !stamp.startsWith(`${noContent}.`);
