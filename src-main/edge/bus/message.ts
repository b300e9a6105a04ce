/** What Latchkey asks of the bus itself: one method with one text, or none. */
export interface Question {
  readonly serial: number;
  readonly method: 'Hello' | 'AddMatch' | 'NameHasOwner';
  readonly text?: string;
}

/** A message from the bus, as far as it matters here. */
export interface Heard {
  readonly kind: 'answer' | 'signal' | 'other';
  /** The serial of the question that this answers; 0 for none. */
  readonly answers: number;
  /** The signal's name. */
  readonly member: string;
  readonly body: Body;
}

/** The longest message that is read; the answers to the questions above have less than 1 KiB. */
const longest = 1 << 20;
const fixedPart = 16;
const field = { path: 1, interface: 2, member: 3, answers: 5, destination: 6, signature: 8 } as const;
const kinds: Partial<Record<number, Heard['kind']>> = { 2: 'answer', 4: 'signal' };
const busName = 'org.freedesktop.DBus';

/** A question to the bus in D-Bus's own form, with the low byte first. */
export function writeQuestion({ serial, method, text }: Question): Buffer {
  const body = text === undefined ? Buffer.alloc(0) : string(text);
  const fields = [
    headerField(field.path, 'o', string('/org/freedesktop/DBus')),
    headerField(field.interface, 's', string(busName)),
    headerField(field.member, 's', string(method)),
    headerField(field.destination, 's', string(busName)),
    ...(text === undefined ? [] : [headerField(field.signature, 'g', Buffer.from('\u0001s\0'))]),
  ];
  // Only between fields is there a gap: the last one's belongs to the header.
  const all = Buffer.concat(fields.map((one, place) => (place < fields.length - 1 ? padded(one) : one)));
  const start = Buffer.alloc(fixedPart);
  start.write('l\u0001\0\u0001', 'latin1');
  start.writeUInt32LE(body.length, 4);
  start.writeUInt32LE(serial, 8);
  start.writeUInt32LE(all.length, 12);
  return Buffer.concat([padded(Buffer.concat([start, all])), body]);
}

/**
 * Reads the first message of what came in.
 *
 * @returns null while it is not complete
 * @throws Error when this is no D-Bus message, or a huge one
 */
export function readMessage(came: Buffer): { message: Heard; length: number } | null {
  if (came.length < fixedPart) return null;
  const start = new Body(came, came[0] === 0x6c);
  const [bodyLength, , fieldsLength] = [start.number(4), start.number(), start.number()];
  const bodyStart = aligned(fixedPart + fieldsLength);
  const length = bodyStart + bodyLength;
  if (length > longest) throw new Error('a message that long is not for us');
  if (came.length < length) return null;
  const heard = { kind: kinds[came[1] ?? 0] ?? 'other', answers: 0, member: '' };
  const fields = new Body(came.subarray(0, fixedPart + fieldsLength), start.lowFirst, fixedPart);
  while (!fields.atEnd) {
    const { code, value } = fields.headerField();
    if (code === field.answers && typeof value === 'number') heard.answers = value;
    if (code === field.member && typeof value === 'string') heard.member = value;
  }
  return { message: { ...heard, body: new Body(came.subarray(bodyStart, length), start.lowFirst) }, length };
}

/** A message's values, read one after the other. Reading beyond the end throws. */
export class Body {
  readonly lowFirst: boolean;
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, lowFirst: boolean, at = 0) {
    this.#bytes = bytes;
    this.lowFirst = lowFirst;
    this.#at = at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Unsigned, of 32 bits. */
  number(at = Math.ceil(this.#at / 4) * 4): number {
    this.#at = at + 4;
    return this.lowFirst ? this.#bytes.readUInt32LE(at) : this.#bytes.readUInt32BE(at);
  }

  string(): string {
    return this.#text(this.number());
  }

  headerField(): { code: number; value: string | number } {
    this.#at = aligned(this.#at);
    const code = this.#byte();
    const type = this.#text(this.#byte());
    if (type === 'u') return { code, value: this.number() };
    if (type === 'g') return { code, value: this.#text(this.#byte()) };
    return { code, value: this.string() };
  }

  #byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }

  #text(length: number): string {
    const from = this.#at;
    // With the zero that ends it.
    this.#at += length + 1;
    if (this.#at > this.#bytes.length) throw new RangeError('a text beyond the end');
    return this.#bytes.toString('utf8', from, from + length);
  }
}

const aligned = (length: number): number => Math.ceil(length / 8) * 8;

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);

function string(text: string): Buffer {
  const bytes = Buffer.from(`${text}\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length - 1);
  return Buffer.concat([length, bytes]);
}

const headerField = (code: number, type: 'o' | 's' | 'g', value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), value]);
