import type { commonWords } from './common';
import type { errorWords } from './errors';

/** The whole catalogue. A second language is one file with `satisfies Catalogue`, handed to `speak`. */
export interface Catalogue {
  readonly common: typeof commonWords;
  readonly errors: typeof errorWords;
}
