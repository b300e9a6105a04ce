import type { ListedPackage, UpdateList } from './update-list';

/** A package of a signed list that is here, and was what the list says when it was last looked at. */
export interface Fetched {
  readonly file: string;
  readonly listed: ListedPackage;
  readonly list: UpdateList;
}

/** How one kind of package gets in place of another. Everything rejects with UpdateFailure alone. */
export interface Installer {
  /** Told of what was fetched, as often as that happens: to install it at the end, when nobody is asked. */
  readonly prepare: (fetched: Fetched) => Promise<void>;
  /** Installs it from bytes that are proven once more, and starts it in place of this one. */
  readonly install: (fetched: Fetched) => Promise<void>;
}
