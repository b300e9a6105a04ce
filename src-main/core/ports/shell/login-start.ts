import type { StartAtLogin } from '#contract/start-at-login';

/** How this system starts programs at login. */
export interface LoginStart {
  /** How it is now, whoever set it. Rejects when that cannot be read. */
  look(): Promise<Exclude<StartAtLogin, 'unknown'>>;
  /** Rejects, with nothing changed, when it cannot be set. */
  set(on: boolean): Promise<void>;
}
