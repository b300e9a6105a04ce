import { alignedTo, field, fixedPart } from './form';

/** A method that somebody on the bus is to run, with texts alone. */
export interface Call {
  /** Whom it is for: a name on the bus. */
  readonly to: string;
  readonly path: string;
  readonly face: string;
  readonly method: string;
  readonly texts: readonly string[];
}

const bus = 'org.freedesktop.DBus';

/** What the bus itself is asked. */
export const busCall = (method: 'Hello' | 'AddMatch', ...texts: readonly string[]): Call => ({
  to: bus,
  path: '/org/freedesktop/DBus',
  face: bus,
  method,
  texts,
});

/** Asks for a property of whoever owns a name. */
export const propertyCall = (to: string, path: string, face: string, property: string): Call => ({
  to,
  path,
  face: `${bus}.Properties`,
  method: 'Get',
  texts: [face, property],
});

/** Nobody is started for being asked. */
const noAutoStart = 2;

/** A call in D-Bus's own form, with the low byte first. */
export function writeCall(serial: number, { to, path, face, method, texts }: Call): Buffer {
  const body = joined(texts.map(text), 4);
  const signature = Buffer.from([texts.length, ...Buffer.from('s'.repeat(texts.length)), 0]);
  const fields = joined(
    [
      headerField(field.path, 'o', text(path)),
      headerField(field.face, 's', text(face)),
      headerField(field.member, 's', text(method)),
      headerField(field.destination, 's', text(to)),
      ...(texts.length === 0 ? [] : [headerField(field.signature, 'g', signature)]),
    ],
    8,
  );
  const start = Buffer.alloc(fixedPart);
  start.write('l\u0001\0\u0001', 'latin1');
  start.writeUInt8(noAutoStart, 2);
  start.writeUInt32LE(body.length, 4);
  start.writeUInt32LE(serial, 8);
  start.writeUInt32LE(fields.length, 12);
  return joined([Buffer.concat([start, fields]), body], 8);
}

/** One after the other, each beginning at a multiple of so many bytes. */
const joined = (parts: readonly Buffer[], unit: number): Buffer =>
  parts.reduce(
    (all, part) => Buffer.concat([all, Buffer.alloc(alignedTo(unit, all.length) - all.length), part]),
    Buffer.alloc(0),
  );

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length - 1);
  return Buffer.concat([length, bytes]);
}

const headerField = (code: number, type: 'o' | 's' | 'g', value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), value]);
