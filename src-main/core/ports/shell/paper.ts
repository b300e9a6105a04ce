/** The page that the window shows, on paper. */
export interface Paper {
  /** By the system's print dialog; false when the person closed it. Rejects when it could not be printed. */
  print(): Promise<boolean>;
  pdf(): Promise<Uint8Array>;
}
