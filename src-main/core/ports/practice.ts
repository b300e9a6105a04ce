export interface PracticeMessage {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: string;
  readonly code: string;
}

/** The practice service, run by the app in a process of its own. */
export interface PracticeRunner {
  /** Starts it when it is not running. Gives its URL; rejects when it does not come up. */
  start(): Promise<string>;
  /** Makes the service accept a token, as a real service does for the keys that it hands out. */
  allowToken(token: string): Promise<void>;
  /** Tells of all messages, oldest first, whenever there is one more. */
  onMessages(listener: (messages: readonly PracticeMessage[]) => void): void;
  onStopped(listener: () => void): void;
}
