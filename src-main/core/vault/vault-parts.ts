import type { Found, VaultContents } from './vault-contents';
import type { VaultStore } from './vault-store';
import type { WriteMarks } from './write-marks';

/** How the contents become others. */
export type Change = (contents: VaultContents) => VaultContents;

/** Seals the vault and its last good version to another key. @throws as VaultStore.reseal */
export type Reseal = (identity: string) => Promise<void>;

/** What a vault works with. */
export interface VaultParts {
  readonly store: VaultStore;
  readonly marks: WriteMarks;
  /** What the vault begins with where there is none of this version. @param found null where one is begun anew */
  readonly begin: (found: Found | null) => VaultContents;
  /** Is told after every change of what the vault holds or of its state. */
  readonly onChange: () => void;
  /** Is told when a change of the contents is on disk. */
  readonly onSaved: () => void;
  /** Drops what others hold over the contents, for a vault that is started over. */
  readonly onStartOver: () => void;
}
