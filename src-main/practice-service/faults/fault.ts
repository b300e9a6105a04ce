/**
 * How the service is to misbehave. With `status`, `body`, `redirect`, `reset` or `drip` the call does no work;
 * otherwise it does its work, and only the answer is late, has more headers, or never comes.
 */
export interface Fault {
  /** The call, as `POST /user/otp/verify/{otp}`; left out: every request to the API. */
  readonly on?: string;
  /** How many requests, from 1; left out: all, until the fault is taken away. */
  readonly times?: number;
  /** Holds the answer back, in milliseconds. */
  readonly latencyMs?: number;
  readonly status?: number;
  /** Added to the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The body's type, JSON unless told. */
  readonly contentType?: string;
  /** Resets the connection. */
  readonly reset?: boolean;
  /** Does the work, then resets the connection. */
  readonly resetAfterHandling?: boolean;
  /** Redirects there, with 307 unless `status` says otherwise: the one that makes clients send a POST again. */
  readonly redirect?: string;
  /** Sends the head of an answer, then a blank every 100 ms until the client goes away. */
  readonly drip?: boolean;
}
