import { connect } from 'node:net';
import path from 'node:path';
import { type Heard, readMessage, writeQuestion } from './message';

const helloSerial = 1;
/** The serial of the first of the listener's own questions; the others follow. */
export const firstSerial = 2;

/** One who listens to a bus. */
export interface Listener {
  /** What the bus is asked at once, in this order. Whoever listens and asks should listen first, to miss nothing. */
  readonly questions: readonly { readonly method: 'AddMatch' | 'NameHasOwner'; readonly text: string }[];
  /** Gets every answer and signal. What it throws ends the listening. */
  readonly heard: (message: Heard) => void;
  /** The bus is not there, or gone, or cannot be understood. Nothing is heard from then on. */
  readonly gone: () => void;
}

/**
 * Listens to a message bus. A library for this would be larger than all of Latchkey's main process, and the commands
 * that could tell (gdbus, dbus-send) are not on every computer.
 *
 * @param place the bus's socket; null where there is none
 * @returns what ends it; nothing is told afterwards
 */
export function listenToBus(place: string | null, { questions, heard, gone }: Listener): () => void {
  if (place === null) {
    gone();
    return () => undefined;
  }
  const socket = connect(place);
  let came = Buffer.alloc(0);
  let allowed = false;
  let ended = false;

  const beAllowed = (): void => {
    const end = came.indexOf('\r\n');
    if (end < 0) return;
    if (!came.toString('latin1', 0, end).startsWith('OK ')) throw new Error('the bus does not know us');
    came = came.subarray(end + 2);
    allowed = true;
    socket.write('BEGIN\r\n');
    socket.write(writeQuestion({ serial: helloSerial, method: 'Hello' }));
    for (const [place, question] of questions.entries()) {
      socket.write(writeQuestion({ ...question, serial: firstSerial + place }));
    }
  };
  const hear = (): void => {
    for (let read = readMessage(came); read !== null && !ended; read = readMessage(came)) {
      came = came.subarray(read.length);
      heard(read.message);
    }
  };
  socket.on('connect', () => {
    const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  socket.on('data', (data: Buffer) => {
    came = Buffer.concat([came, data]);
    try {
      if (!allowed) beAllowed();
      if (allowed) hear();
    } catch {
      socket.destroy();
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    if (!ended) gone();
  });
  return () => {
    ended = true;
    // A debugger, and so a test's driver, may get here while Node is just reading from it, which would be an error there.
    setImmediate(() => socket.destroy());
  };
}

type Environment = NodeJS.ProcessEnv;

/** The socket of the session bus; null where there is none that can be spoken to. */
export function sessionBus({
  DBUS_SESSION_BUS_ADDRESS: address,
  XDG_RUNTIME_DIR: runtime,
}: Environment): string | null {
  if (address) return socketIn(address);
  return runtime ? path.join(runtime, 'bus') : null;
}

/** The socket of the system's bus. */
export const systemBus = ({ DBUS_SYSTEM_BUS_ADDRESS: address }: Environment): string | null =>
  socketIn(address || 'unix:path=/run/dbus/system_bus_socket');

/** The first socket in a list such as `unix:path=/run/user/1000/bus,guid=…;tcp:…`, with %-escapes; null without one. */
function socketIn(address: string): string | null {
  for (const one of address.split(';')) {
    const [, how, where] = /^unix:(?:[^;]*,)?(path|abstract)=([^,]+)/.exec(one) ?? [];
    if (where === undefined) continue;
    const name = where.replace(/%([0-9a-fA-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return how === 'abstract' ? `\0${name}` : name;
  }
  return null;
}
