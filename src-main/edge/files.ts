import { readdir } from 'node:fs/promises';
import { FileFailure, type Files } from '../core/ports';

/** Files outside the profile. */
export const systemFiles: Files = {
  list: (folder) => readdir(folder),
  read: () => Promise.reject(new FileFailure('failed')),
  write: () => Promise.reject(new FileFailure('failed')),
  remove: () => Promise.reject(new FileFailure('failed')),
};
