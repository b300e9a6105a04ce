import { lstat, mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { LoginStart } from '../../core/ports/shell/login-start';
import { readIfThere, writeDurably } from '../files/durable-file';
import { autostartEntry, commandOf, isEntryOn } from './desktop-entry';

/**
 * Starting at login on Linux: `latchkey.desktop` in the autostart folder, which every desktop follows.
 *
 * @param environment says where the folder is
 * @param command what the entry runs; null where nothing that lasts can be named: in a world of its own, in which a
 *   program cannot say what starts at login, or out of a folder that goes with this run
 */
export function xdgAutostart(
  environment: NodeJS.ProcessEnv,
  command: readonly string[] | null,
): LoginStart & { readonly follow: () => Promise<void> } {
  const file = path.join(configFolder(environment), 'autostart', 'latchkey.desktop');
  return {
    async look() {
      if (command === null) return 'impossible';
      const entry = await readIfThere(file);
      return entry !== null && isEntryOn(entry.toString('utf8')) ? 'on' : 'off';
    },
    async set(on) {
      if (command === null) throw new Error('not from in here');
      if (!on) return rm(file, { force: true });
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeDurably(file, autostartEntry(command), 'replaced');
    },
    /**
     * Where an entry is on that runs a program which is gone, with the arguments that this one would get: this is the
     * same program under another name, as an AppImage is after an update, and the entry follows it.
     */
    async follow() {
      if (command === null) return;
      const entry = (await readIfThere(file))?.toString('utf8') ?? '';
      const [program, ...args] = (isEntryOn(entry) && commandOf(entry)) || [];
      if (program === undefined || program === command[0]) return;
      if (JSON.stringify(args) !== JSON.stringify(command.slice(1)) || (await isThere(program))) return;
      await writeDurably(file, autostartEntry(command), 'replaced');
    },
  };
}

/** Whatever cannot be looked at may be there. */
const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );

/** A relative path counts as none, as the XDG Base Directory Specification has it. */
function configFolder({ XDG_CONFIG_HOME: folder, HOME: home }: NodeJS.ProcessEnv): string {
  return folder && path.isAbsolute(folder) ? folder : path.join(home ?? homedir(), '.config');
}
