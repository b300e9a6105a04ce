import {
  type Http,
  HttpFailure,
  type HttpFailureKind,
  type HttpReply,
  type HttpRequest,
} from '../../src-main/core/ports/http';

/** What comes of a request: a reply, a failure of the way, or whatever a function decides meanwhile. */
export type Scripted = HttpReply | HttpFailureKind | (() => Promise<HttpReply>);

/** A request as it was sent. `path` is the raw text behind the origin, not normalized by anybody. */
export interface SentRequest extends HttpRequest {
  readonly path: string;
}

export const empty = (status: number, headers: Record<string, string> = {}): HttpReply => ({
  status,
  headers,
  body: '',
});

export const text = (
  status: number,
  body: string | null,
  headers: Record<string, string> = {},
): HttpReply => ({
  status,
  headers,
  body,
});

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): HttpReply =>
  text(status, JSON.stringify(body), headers);

/** A service by script: for each call what it answers, one after the other; the last answer stays. */
export class FakeHttp implements Http {
  readonly requests: SentRequest[] = [];
  readonly #script = new Map<string, Scripted[]>();

  /** @param call such as `GET /user` */
  on(call: string, ...answers: Scripted[]): this {
    this.#script.set(call, answers);
    return this;
  }

  /** The calls so far, such as `GET /user`. */
  get calls(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }

  /** Rejects with an Error that is no HttpFailure when nobody scripted the call: the core makes a bug of it. */
  send(request: HttpRequest): Promise<HttpReply> {
    const path = /^https?:\/\/[^/]+(.*)$/.exec(request.url)?.[1] ?? request.url;
    this.requests.push({ ...request, path });
    const call = `${request.method} ${path}`;
    const answers = this.#script.get(call) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined) return Promise.reject(new Error(`nobody scripted ${call}`));
    if (typeof answer === 'string') return Promise.reject(new HttpFailure(answer));
    return typeof answer === 'function' ? answer() : Promise.resolve(answer);
  }
}
