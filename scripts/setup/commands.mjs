import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where on the PATH a program is.
 * @param {string} name
 * @returns {string | null}
 */
export function findCommand(name) {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
