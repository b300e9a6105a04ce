import { connect } from 'node:net';
import path from 'node:path';
import { readMessage, writeQuestion } from './message';

const helloSerial = 1;
const matchSerial = 2;
const ownerSerial = 3;

/**
 * Follows whether anybody owns a name on the session bus. A library for this would be larger than all of Latchkey's
 * main process, and the commands that could tell (gdbus, dbus-send) are not on every computer.
 *
 * @param environment says where the bus is
 * @param name for instance `org.kde.StatusNotifierWatcher`
 * @param listener hears it once, and after every change; a bus that is absent or gone owns nothing
 * @returns what ends it
 */
export function followName(
  environment: NodeJS.ProcessEnv,
  name: string,
  listener: (owned: boolean) => void,
): () => void {
  const place = busSocket(environment);
  if (place === null) {
    listener(false);
    return () => undefined;
  }
  let known: boolean | null = null;
  const tell = (owned: boolean): void => {
    if (owned === known) return;
    known = owned;
    listener(owned);
  };
  const socket = connect(place);
  let came = Buffer.alloc(0);
  let allowed = false;

  const hear = (): void => {
    for (let read = readMessage(came); read !== null; read = readMessage(came)) {
      came = came.subarray(read.length);
      const { kind, answers, member, body } = read.message;
      if (kind === 'answer' && answers === ownerSerial) tell(body.number() !== 0);
      if (kind === 'signal' && member === 'NameOwnerChanged' && body.string() === name) {
        body.string();
        tell(body.string() !== '');
      }
    }
  };
  const beAllowed = (): void => {
    const end = came.indexOf('\r\n');
    if (end < 0) return;
    if (!came.toString('latin1', 0, end).startsWith('OK ')) throw new Error('the bus does not know us');
    came = came.subarray(end + 2);
    allowed = true;
    const rule = `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${name}'`;
    socket.write('BEGIN\r\n');
    socket.write(writeQuestion({ serial: helloSerial, method: 'Hello' }));
    // First listen, then ask: a change in between must not be missed.
    socket.write(writeQuestion({ serial: matchSerial, method: 'AddMatch', text: rule }));
    socket.write(writeQuestion({ serial: ownerSerial, method: 'NameHasOwner', text: name }));
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
  socket.on('close', () => tell(false));
  return () => {
    known = false;
    socket.destroy();
  };
}

/**
 * The socket of the session bus; null where there is none that can be spoken to.
 * The address is a list such as `unix:path=/run/user/1000/bus,guid=…;tcp:…`, with %-escapes.
 */
export function busSocket(environment: NodeJS.ProcessEnv): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = environment;
  if (!address) return runtime ? path.join(runtime, 'bus') : null;
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
