import type { IncomingMessage } from 'node:http';

const LIMIT = 64 * 1024;
/** Up to here a sender is heard out, so that it gets its answer; beyond it is cut off. */
const PATIENCE = 1024 * 1024;

/**
 * Reads a request's body to its end. Gives its text, or null when it is larger than 64 KiB.
 * Rejects when the sender goes away, or is cut off for sending more than 1 MiB.
 */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PATIENCE) request.socket.destroy();
    if (size <= LIMIT) chunks.push(chunk);
  }
  return size > LIMIT ? null : Buffer.concat(chunks).toString('utf8');
}
