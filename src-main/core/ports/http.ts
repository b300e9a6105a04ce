export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Holds the one-time code on a verify: never logged. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for everything: connection, headers and body. */
  readonly deadline: number;
}

export interface HttpReply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decoded text; null when it broke off, passed 256 KiB, took too long, or is not UTF-8. */
  readonly body: string | null;
}

export type HttpFailureKind =
  | 'unreachable' // nothing was sent
  | 'not-trusted' // nothing was sent: the certificate does not prove who is there
  | 'proxy-unsupported' // nothing was sent
  | 'redirected' // the service points elsewhere; not followed
  | 'timed-out' // may have been sent
  | 'broken-off'; // may have been sent

/** A request without a reply. Carries no URL, header or cause, for those may hold secrets. */
export class HttpFailure extends Error {
  readonly kind: HttpFailureKind;

  constructor(kind: HttpFailureKind) {
    super(kind);
    this.name = 'HttpFailure';
    this.kind = kind;
  }
}

/** One request, one attempt: whoever may retry does so above this. */
export interface Http {
  /** Rejects with HttpFailure alone. */
  send(request: HttpRequest): Promise<HttpReply>;
}
