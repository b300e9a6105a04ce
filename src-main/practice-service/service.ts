import type { Fault } from './faults/fault';

/** What the practice service is started with. */
export interface PracticeOptions {
  /** TCP port on 127.0.0.1; 0 or left out: any free one. */
  readonly port?: number;
  /** Tokens to accept, besides those the state file knows; visible ASCII characters only. */
  readonly tokens?: readonly string[];
  /** Where the state survives restarts; left out: in memory alone. Its folder is made when missing. */
  readonly stateFile?: string;
  /** Answer a successful verify with a session token (200) instead of nothing (204). */
  readonly sessionTokens?: boolean;
  /** The status of a refused code; 400 unless told. */
  readonly wrongCodeStatus?: 400 | 401;
  /** Serve PUT and DELETE /practice/fault. */
  readonly allowFaults?: boolean;
  /** The account's phone; null for none. Left out: what the state file says, else '+1 555 0100'. */
  readonly phone?: string | null;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** Called once for each SMS, after it is stored. */
  readonly onMessage?: (message: PracticeMessage) => void;
  /** Called with what made a call answer 500, such as a state file that cannot be written. */
  readonly onFailure?: (error: unknown) => void;
}

/** An SMS that a real service would have sent. */
export interface PracticeMessage {
  /** When it was sent, in epoch milliseconds. */
  readonly at: number;
  readonly to: string;
  readonly code: string;
}

/** A request that reached the API; the path is relative to the base path, and a code in it reads `{otp}`. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
}

/** A running practice service. */
export interface PracticeService {
  /** The service URL that a client is given: `http://127.0.0.1:PORT/metal/v1`. */
  readonly url: string;
  /** Where a damaged state file was moved to at start; null when there was none. */
  readonly setAside: string | null;
  /** Accepts one more token from now on. Rejects a token with anything but visible ASCII. */
  allowToken(token: string): Promise<void>;
  /** The newest 50 messages of this run, oldest first. */
  messages(): readonly PracticeMessage[];
  /** The newest 1000 requests of this run, oldest first. */
  seen(): readonly SeenRequest[];
  /** Misbehave like this from the next request on; null: behave again. Throws TypeError on a malformed fault. */
  setFault(fault: Fault | null): void;
  /** Gives the account another phone, or none. A waiting SMS code dies. */
  setPhone(phone: string | null): Promise<void>;
  /** Makes the waiting SMS code expire now. */
  expireCodes(): Promise<void>;
  /** Stops listening, cuts open connections, and waits until the state is on disk. */
  close(): Promise<void>;
}
