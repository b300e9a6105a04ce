/** The time, by two clocks. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds since the computer was started, sleep included. Nobody can set it. */
  upFor(): number;
  wait(milliseconds: number): Promise<void>;
  /** Runs a task once, later. Gives what calls it off. */
  after(milliseconds: number, task: () => void): () => void;
}
