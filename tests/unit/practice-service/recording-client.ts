import { sendRaw, type RawReply, type RawRequest } from './http-request';
import { checkReply } from './openapi';

/** The documented replies that were seen in this run, by name. */
export const seenReplies = new Set<string>();

/** A reply with its body read: the parsed JSON, undefined for none, and the words of an Error. */
export interface Reply extends RawReply {
  readonly json: unknown;
  readonly words: string;
}

/** A client that holds every reply against openapi.yaml, and remembers which documented replies it saw. */
export class RecordingClient {
  readonly #serviceUrl: string;
  readonly #token: string;

  constructor(serviceUrl: string, token: string) {
    this.#serviceUrl = serviceUrl;
    this.#token = token;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send({ method: 'GET', path, headers });
  }

  post(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send({ method: 'POST', path, headers });
  }

  delete(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send({ method: 'DELETE', path, headers });
  }

  /** POST verify with a code that is encoded as a client should. */
  verify(code: string): Promise<Reply> {
    return this.post(`/user/otp/verify/${encodeURIComponent(code)}`);
  }

  /** Asks for new recovery codes and gives them. */
  async newRecoveryCodes(): Promise<readonly string[]> {
    const { json } = await this.post('/user/otp/recovery-codes');
    return (json as { recovery_codes: string[] }).recovery_codes;
  }

  /** The same service with another token. */
  withToken(token: string): RecordingClient {
    return new RecordingClient(this.#serviceUrl, token);
  }

  /** Sends a request with the token, checks the reply, records it. Paths below /practice lie outside the API. */
  async send(request: RawRequest): Promise<Reply> {
    const reply = await this.sendUnchecked(request);
    const name = checkReply(request.method, request.path, reply);
    if (name !== null) seenReplies.add(name);
    return reply;
  }

  /** The same without the check, for replies that a fault made. */
  async sendUnchecked(request: RawRequest): Promise<Reply> {
    const { origin, pathname } = new URL(this.#serviceUrl);
    const path = request.path.startsWith('/practice/') ? request.path : `${pathname}${request.path}`;
    const headers = { 'X-Auth-Token': this.#token, Accept: 'application/json', ...request.headers };
    const reply = await sendRaw(origin, { ...request, path, headers });
    const isJson =
      reply.headers['content-type']?.startsWith('application/json') === true && reply.text !== '';
    const json: unknown = isJson ? JSON.parse(reply.text) : undefined;
    return { ...reply, json, words: wordsOf(json) };
  }
}

function wordsOf(json: unknown): string {
  const { error, errors } = (json ?? {}) as { error?: string; errors?: string[] };
  return error ?? errors?.join(' ') ?? '';
}
