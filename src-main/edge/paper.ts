import type { Paper } from '../core/ports';

/** What the window shows, on paper. */
export const windowPaper: Paper = {
  print: () => Promise.resolve(false),
  pdf: () => Promise.reject(new Error('not written yet')),
};
