import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * @typedef {object} X11
 * @property {number} root the screen's root window
 * @property {number} width
 * @property {number} height
 * @property {() => number} newId for what is made on the server
 * @property {(request: Buffer) => void} send for a request that has no answer
 * @property {(request: Buffer) => Promise<Buffer>} ask for a request that has one
 * @property {(listener: (event: Buffer) => void) => void} onEvent
 * @property {() => void} close
 */

/**
 * Speaks X11 with a local server that asks for no cookie, as far as watching its screen takes it. There is no library
 * for this among our packages, and it is little.
 * @param {string} display such as `:1`
 * @returns {Promise<X11>}
 */
export async function connectX11(display) {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  await once(socket, 'connect');
  /** @type {((answer: Buffer) => void)[]} */
  const waiting = [];
  /** @type {(event: Buffer) => void} */
  let listener = () => {};
  const setup = new Promise((resolve) => waiting.push(resolve));
  const answers = new Set([0, 1]);
  receive(socket, (message) => {
    if (answers.has(message.readUInt8(0))) waiting.shift()?.(message);
    else listener(message);
  });

  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  /** @type {Buffer} */
  const greeting = await setup;
  if (greeting.readUInt8(0) !== 1) throw new Error(`The X server at ${display} lets nobody in.`);
  const screen = 40 + 4 * Math.ceil(greeting.readUInt16LE(24) / 4) + 8 * greeting.readUInt8(29);
  let lastId = greeting.readUInt32LE(12);
  return {
    root: greeting.readUInt32LE(screen),
    width: greeting.readUInt16LE(screen + 20),
    height: greeting.readUInt16LE(screen + 22),
    newId: () => ++lastId,
    send: (request) => void socket.write(request),
    async ask(request) {
      const answer = new Promise((resolve) => waiting.push(resolve));
      socket.write(request);
      /** @type {Buffer} */
      const message = await answer;
      if (message.readUInt8(0) === 0) throw new Error(`X11 error ${message.readUInt8(1)}`);
      return message;
    },
    onEvent: (other) => void (listener = other),
    close: () => void socket.destroy(),
  };
}

/**
 * Cuts the server's stream into messages. An event has 32 bytes, an answer tells its length.
 * @param {import('node:net').Socket} socket
 * @param {(message: Buffer) => void} onMessage
 */
function receive(socket, onMessage) {
  /** @type {Buffer[]} */
  let chunks = [];
  let held = 0;
  let wanted = 8;
  let greeted = false;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted) {
      const all = Buffer.concat(chunks);
      const length = greeted ? lengthOf(all) : 8 + 4 * all.readUInt16LE(6);
      if (all.length < length) {
        chunks = [all];
        wanted = length;
        return;
      }
      greeted = true;
      onMessage(all.subarray(0, length));
      chunks = [all.subarray(length)];
      held = all.length - length;
      wanted = 32;
    }
  });
}

/** @param {Buffer} head */
const lengthOf = (head) => (head.readUInt8(0) === 1 ? 32 + 4 * head.readUInt32LE(4) : 32);

/**
 * A request in the form that the server reads.
 * @param {number} opcode
 * @param {number} detail
 * @param {number[]} words
 */
export function request(opcode, detail, words) {
  const bytes = Buffer.alloc(4 + 4 * words.length);
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(detail, 1);
  bytes.writeUInt16LE(1 + words.length, 2);
  for (const [index, word] of words.entries()) bytes.writeUInt32LE(word >>> 0, 4 + 4 * index);
  return bytes;
}
