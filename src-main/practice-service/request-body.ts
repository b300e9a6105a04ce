import type { IncomingMessage } from 'node:http';

const LIMIT = 64 * 1024;
/** A sender that goes on beyond this is cut off, instead of being read to the end to get its answer. */
const PATIENCE = 1024 * 1024;

/**
 * Reads a request's body to its end. Gives its text, or null when it is larger than 64 KiB.
 * Rejects when the sender goes away, or when it sends more than 1 MiB.
 */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PATIENCE) throw new RangeError('The body is far too large.');
    if (size <= LIMIT) chunks.push(chunk);
  }
  return size > LIMIT ? null : Buffer.concat(chunks).toString('utf8');
}
