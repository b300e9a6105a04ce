/** How the computer can tell that its owner is there. */
export interface Presence {
  readonly by: 'touch-id' | 'nothing';
  /** False when the person gave up, or was not known. */
  confirm(): Promise<boolean>;
}
