import { randomBytes } from 'node:crypto';

/** One process has one profile, and whoever writes a file need not know which. */
let mark = '00000000';

/**
 * Has temporary files carry the first digits of this profile's id from now on, so that no other computer's is taken for
 * ours in a folder that several write into.
 *
 * @param computer the profile's id, a UUID
 */
export function markTemporaries(computer: string): void {
  mark = computer.replaceAll('-', '').slice(0, 8);
}

/** Short, so that it fits wherever the file's own name does; programs that sync folders leave `~….tmp` alone. */
export const temporaryName = (): string => `~latchkey-${mark}-${randomBytes(6).toString('hex')}.tmp`;

/** Whether a name is one of Latchkey's temporary files, whoever wrote it; those of version 0.1.0 do not say. */
export const isTemporary = (name: string): boolean =>
  /^(~latchkey-[0-9a-f]{8}-|\.latchkey-)[0-9a-f]{12}\.tmp$/.test(name);

/** Whether this profile wrote it. */
export const isOwnTemporary = (name: string): boolean =>
  isTemporary(name) && name.startsWith(`~latchkey-${mark}-`);
