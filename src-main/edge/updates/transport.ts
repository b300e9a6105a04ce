/** What a server answers with. */
export interface Answer {
  readonly status: number;
  /** The server's clock, epoch milliseconds; null when it did not say. */
  readonly date: number | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Asks a server for a file, and goes where it points to as far as `mayLeadTo` allows. Sends nothing that tells one
 * computer from another. Rejects when there is no answer.
 *
 * @param stop ends it at any moment, the body as well
 */
export type Transport = (address: URL, stop: AbortSignal) => Promise<Answer>;

/** Over https, or on this computer: nothing else is ever asked. */
export function isSafeAddress(address: string): boolean {
  return URL.canParse(address) && (isHttps(address) || isHere(address));
}

/** A server on this computer may point to itself, one elsewhere only to where TLS is spoken. */
export function mayLeadTo(from: URL, to: string): boolean {
  return URL.canParse(to) && (isHttps(to) || (from.protocol === 'http:' && isHere(to)));
}

const isHttps = (address: string): boolean => new URL(address).protocol === 'https:';

function isHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname);
}
