import { connect } from 'node:net';
import { checkSchema, errorSchema } from './openapi';

/** What came back over a bare connection: '' when the service only closed it. */
export function sendBytes(serviceUrl: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(serviceUrl);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => (text += chunk.toString()));
    // A reset after the answer is as good as an end; what counts is what was received.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

/** The status of a raw answer. Throws unless its body is JSON of the Error schema. */
export function errorStatus(answer: string): number {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  if (!/\r\ncontent-type: application\/json; charset=utf-8(\r\n|$)/i.test(head))
    throw new Error(`No JSON: ${head}`);
  checkSchema('raw answer', errorSchema, JSON.parse(body));
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
}
