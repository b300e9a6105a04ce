import { mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { LoginStartPort } from '../../core/login-start';
import { readIfThere, writeDurably } from '../durable-file';
import { autostartEntry, isEntryOn } from './desktop-entry';

/** These keep a program in a world of its own, where it cannot say what starts at login. */
const enclosed = ['FLATPAK_ID', 'SNAP'];

/**
 * Starting at login on Linux: `latchkey.desktop` in the autostart folder, which every desktop follows.
 *
 * @param environment says where the folder is
 * @param command what the entry runs
 */
export function xdgAutostart(environment: NodeJS.ProcessEnv, command: readonly string[]): LoginStartPort {
  const isEnclosed = enclosed.some((name) => environment[name]);
  const file = path.join(configFolder(environment), 'autostart', 'latchkey.desktop');
  return {
    async look() {
      if (isEnclosed) return 'impossible';
      const entry = await readIfThere(file);
      return entry !== null && isEntryOn(entry.toString('utf8')) ? 'on' : 'off';
    },
    async set(on) {
      if (isEnclosed) throw new Error('not from in here');
      if (!on) return rm(file, { force: true });
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeDurably(file, autostartEntry(command), 'replaced');
    },
  };
}

/** A relative path counts as none, as the XDG Base Directory Specification has it. */
function configFolder({ XDG_CONFIG_HOME: folder, HOME: home }: NodeJS.ProcessEnv): string {
  return folder && path.isAbsolute(folder) ? folder : path.join(home ?? homedir(), '.config');
}
