import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The folder for what is worth keeping between checkouts: `$LATCHKEY_CACHE`, else the system's cache folder.
 */
export function cacheFolder() {
  const own = process.env['LATCHKEY_CACHE'];
  if (own) return resolve(own);
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'latchkey', 'cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'latchkey');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'latchkey');
}
