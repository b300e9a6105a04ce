import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AccountScreens, dispatch } from './dispatch';
import { failure } from './reply';
import { answerUnreadable, sendAnswer } from './send-answer';

/** An HTTP server that answers each request at the desk; not yet listening. */
export function createPracticeServer(desk: AccountScreens): Server {
  // Requests without Host are left to our guard, which answers in JSON.
  const server = createServer({ requireHostHeader: false, headersTimeout: 10_000, requestTimeout: 30_000 });
  server.on('request', (request, response) => void answer(desk, request, response));
  server.on('clientError', answerUnreadable);
  return server;
}

async function answer(
  desk: AccountScreens,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    sendAnswer(response, await dispatch(desk, request));
  } catch (error) {
    // A sender that went away is no failure, and gets no answer.
    if (response.socket?.writable !== true) return;
    desk.onFailure(error);
    sendAnswer(response, { kind: 'reply', reply: failure(500, 'The practice service could not do that') });
  }
}

/** Listens on 127.0.0.1 and gives the port, a free one for 0. Rejects when the port is taken (`code` EADDRINUSE). */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Stops listening and cuts every connection. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
