import type { FolderHealth } from '#contract/backups';
import type { Account, Snapshot } from '#contract/snapshot';
import type { Facts } from './runtime-facts';

/** What a bug report tells: states and counts alone. No label, no address, no folder, no set name, no code, no token. */
export interface Diagnosis {
  readonly version: string;
  readonly facts: Facts;
  readonly keychain: Pick<Snapshot['keychain'], 'backend' | 'state'>;
  readonly settings: Snapshot['settings'];
  readonly vault: Snapshot['vault'];
  readonly accounts: {
    readonly count: number;
    readonly practice: number;
    /** How many tokens lie where. */
    readonly tokens: Readonly<Record<Account['token'], number>>;
    readonly withCodes: number;
    readonly inDoubt: number;
  };
  readonly handKept: number;
  /** How each backup folder does. */
  readonly backups: readonly FolderHealth[];
  readonly lock: Pick<Snapshot['lock'], 'by' | 'afterIdle' | 'presence'>;
  readonly desktop: Pick<Snapshot['desktop'], 'tray' | 'closeToTray' | 'clipboardClears'>;
  readonly shortcut: 'off' | 'taken' | 'set';
  readonly theme: Snapshot['theme'];
}
