import { connect } from 'node:net';
import { busCall, type Call, writeCall } from './call';
import { Inflow } from './inflow';
import type { Heard } from './message';

/** Milliseconds after which whoever was asked counts as having refused: a program that hangs says nothing. */
const patience = 10_000;
/** The bus answers the greeting with one short line. */
const longestLine = 1024;

/** A bus that can be asked. */
export interface Bus {
  /**
   * Calls somebody on the bus, or the bus itself.
   *
   * @param answered gets the answer, or null when there is none: refused, nobody there, nothing said in time. Not called
   * once the bus has gone.
   */
  ask(call: Call, answered?: (answer: Heard | null) => void): void;
}

/** One who listens to a bus. A message that cannot be read as expected (RangeError) is dropped alone. */
export interface Listener {
  /** The bus is there. Whoever listens and asks should listen first, to miss nothing. */
  readonly opened: (bus: Bus) => void;
  /** Gets every signal. */
  readonly heard: (signal: Heard) => void;
  /** The bus is not there, or gone, or cannot be understood. */
  readonly gone: () => void;
}

/**
 * Speaks to a message bus until it goes. A library for this would be larger than all of Latchkey's main process, and the
 * commands that could tell (gdbus, dbus-send) are not on every computer.
 *
 * @param place the bus's socket
 * @returns what ends it; nothing is told afterwards
 */
export function connectToBus(place: string, { opened, heard, gone }: Listener): () => void {
  const socket = connect(place);
  const inflow = new Inflow();
  const waiting = new Map<number, (answer: Heard | null) => void>();
  const timers = new Set<NodeJS.Timeout>();
  let greeting: Buffer | null = Buffer.alloc(0);
  let serial = 0;
  let ended = false;

  const afterPatience = (task: () => void): NodeJS.Timeout => {
    const timer = setTimeout(task, patience);
    timers.add(timer);
    return timer;
  };
  /** A bus that takes the connection and says nothing is none. */
  const silence = afterPatience(() => socket.destroy());

  const bus: Bus = {
    ask(call, answered) {
      const own = (serial += 1);
      socket.write(writeCall(own, call));
      if (!answered) return;
      const timer = afterPatience(() => settle(null));
      const settle = (answer: Heard | null): void => {
        clearTimeout(timer);
        timers.delete(timer);
        if (waiting.delete(own)) answered(answer);
      };
      waiting.set(own, settle);
    },
  };
  const beAllowed = (said: Buffer): Buffer => {
    greeting = Buffer.concat([greeting ?? said, said]);
    const end = greeting.indexOf('\r\n');
    if (end < 0 && greeting.length <= longestLine) return Buffer.alloc(0);
    if (!greeting.toString('latin1', 0, end).startsWith('OK ')) throw new Error('the bus does not know us');
    const rest = greeting.subarray(end + 2);
    greeting = null;
    socket.write('BEGIN\r\n');
    bus.ask(busCall('Hello'), () => clearTimeout(silence));
    opened(bus);
    return rest;
  };
  const hear = (message: Heard): void => {
    try {
      if (message.kind === 'signal') heard(message);
      else if (message.kind === 'answer') waiting.get(message.answers)?.(message);
      else if (message.kind === 'refusal') waiting.get(message.answers)?.(null);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  };
  socket.on('connect', () => {
    const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  socket.on('data', (data: Buffer) => {
    // Whoever floods the bus gets one turn at a time, between everything else that main does.
    socket.pause();
    setImmediate(() => socket.resume());
    let messages: Heard[];
    try {
      messages = [...inflow.take(greeting ? beAllowed(data) : data)];
    } catch {
      socket.destroy();
      return;
    }
    for (const message of messages) if (!ended) hear(message);
  });
  socket.on('error', () => undefined);
  const forget = (): void => {
    for (const timer of timers) clearTimeout(timer);
    waiting.clear();
  };
  socket.on('close', () => {
    forget();
    if (!ended) gone();
  });
  return () => {
    ended = true;
    forget();
    // A debugger, and so a test's driver, may get here while Node is just reading from it, which would be an error there.
    setImmediate(() => socket.destroy());
  };
}
