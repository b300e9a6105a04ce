import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { HttpReply, HttpRequest } from '../../core/ports/http';

/** Bytes of a body, before and after decompression. The longest honest answer is a few kilobytes. */
const longestBody = 256 * 1024;

type Headers = HttpReply['headers'];

/**
 * Sends one request and reads its reply. It takes a body as fast as it comes, up to the cap: where undici has to
 * pause, as under `fetch`, a connection that ends at that moment trips an assertion of undici's outside of any try,
 * and takes the whole process along (docs/decisions/0004-undici.md).
 *
 * @param deadline ends it, whatever has come until then
 * @param onSending is called before the first byte of the request leaves; what fails before has sent nothing
 * @returns the reply, without a body where that could not be read to its end
 * @throws undici's error when no status came
 */
export function exchange(
  { method, url, headers }: HttpRequest,
  dispatcher: Dispatcher,
  deadline: AbortSignal,
  onSending: () => void,
): Promise<HttpReply> {
  const { origin, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let reply: { readonly status: number; readonly headers: Headers } | undefined;
    const fail = (error: Error): void => {
      if (reply) resolve({ ...reply, body: null });
      else reject(error);
    };
    deadline.addEventListener('abort', () => fail(new Error('deadline')));
    dispatcher.dispatch(
      { origin, path: pathname + search, method, headers: { 'accept-encoding': 'gzip', ...headers } },
      {
        onRequestStart: onSending,
        onResponseStart(_controller, status, given) {
          if (status >= 200) reply = { status, headers: joined(given) };
        },
        onResponseData(controller, chunk) {
          length += chunk.length;
          if (length > longestBody) controller.abort(new RangeError('body too long'));
          else chunks.push(chunk);
        },
        onResponseEnd() {
          if (!reply) return;
          const { status, headers } = reply;
          const bytes = Buffer.concat(chunks);
          decode(bytes, headers['content-encoding'])
            .finally(() => wipe([...chunks, bytes]))
            .then((body) => resolve({ status, headers, body }), fail);
        },
        onResponseError: (_controller, error) => fail(error),
      },
    );
  });
}

const joined = (headers: Readonly<Record<string, string | string[] | undefined>>): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')] as const),
  );

const decoders: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: capped(promisify(gunzip)),
  'x-gzip': capped(promisify(gunzip)),
  deflate: capped(promisify(inflate)),
  br: capped(promisify(brotliDecompress)),
  identity: (bytes) => Promise.resolve(bytes),
};

function capped(decompress: (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>) {
  return (bytes: Buffer): Promise<Buffer> => decompress(bytes, { maxOutputLength: longestBody });
}

/** The text of a body. Rejects when it is longer than the cap, damaged, in an unknown encoding or not UTF-8. */
async function decode(bytes: Buffer, encoding = 'identity'): Promise<string> {
  const decoder = bytes.length === 0 ? decoders['identity'] : decoders[encoding.trim().toLowerCase()];
  if (!decoder) throw new TypeError('unknown content-encoding');
  const decoded = await decoder(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(decoded);
  } finally {
    wipe([decoded]);
  }
}

/** They may have held codes or a session token. No connection is used again, so that they are nobody else's by now. */
function wipe(buffers: readonly Buffer[]): void {
  for (const buffer of buffers) buffer.fill(0);
}
