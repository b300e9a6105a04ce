/** A whole answer. Without a body it has no content type either. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The content type of every body. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'Content-Type': JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: '' };
}

/** A failure in the API's Error schema, `{"errors":["…"]}`. */
export function failure(
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return json(status, { errors: [words] }, headers);
}

/** What the API answers to a bad or missing token, in the words that were observed. */
export function unauthorized(): Reply {
  return json(401, { error: 'Invalid authentication token' });
}
