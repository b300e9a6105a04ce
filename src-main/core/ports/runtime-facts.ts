/** What the program runs on. Holds no name of a person, a computer or a file. */
export interface Facts {
  /** Such as `Electron 45.4.1, Chromium 156.0.1, Node 24.2.0`. */
  readonly runtime: string;
  /** Such as `linux x64 6.1.0`. */
  readonly system: string;
  /** Such as `x11, GNOME`; null where the desktop does not tell. */
  readonly desktop: string | null;
}
