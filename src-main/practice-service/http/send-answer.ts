import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from '../faults/faulty-answer';
import { failure, type Reply } from './reply';

const DRIP_MS = 100;

/** Puts an answer on the wire. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = answer.reply;
  response.statusCode = status;
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (answer.kind === 'reply') {
    response.end(body);
    return;
  }
  response.flushHeaders();
  const drops = setInterval(() => response.write(' '), DRIP_MS);
  response.on('close', () => clearInterval(drops));
}

/** Answers what node:http could not read as a request. `error` is what the server's clientError event gave. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  socket.end(serialize(unreadable(error.code)));
}

function unreadable(code: string | undefined): Reply {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return failure(431, 'The address or the headers are too large');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return failure(408, 'The request took too long to arrive');
    default:
      return failure(400, 'This is not an HTTP request');
  }
}

function serialize({ status, headers, body }: Reply): string {
  const lines = Object.entries({
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  });
  return [`HTTP/1.1 ${status} `, ...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}
