import { UpdateFailure } from '../../core/ports/package-updates';
import type { Answer, Transport } from './transport';

/** Milliseconds for a list or a signature, all in all. */
const patience = 20_000;

/**
 * Fetches a small file whole.
 *
 * @param cap bytes; the connection ends with the first one more
 * @throws UpdateFailure `unreachable`
 */
export async function fetchSmall(
  transport: Transport,
  address: URL,
  cap: number,
): Promise<{ readonly content: Buffer; readonly date: Answer['date'] }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const { status, date, body } = await transport(address, stop.signal);
    if (status !== 200) throw new UpdateFailure('unreachable');
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body) {
      size += part.length;
      if (size > cap) throw new UpdateFailure('unreachable');
      parts.push(part);
    }
    return { content: Buffer.concat(parts), date };
  } catch {
    // What the network says has addresses in it.
    throw new UpdateFailure('unreachable');
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
