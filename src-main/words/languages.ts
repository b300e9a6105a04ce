import type { errorWords } from './errors';

/** The whole catalogue. A second language is one file with `satisfies Catalogue`, handed to `speak`. */
export interface Catalogue {
  readonly errors: typeof errorWords;
}
