import { Body } from './body';
import { alignedTo, field, fixedPart } from './form';

/** A message from the bus, as far as it matters here. */
export interface Heard {
  /** `refusal`: an error, in place of an answer. */
  readonly kind: 'answer' | 'refusal' | 'signal' | 'other';
  /** The serial of the call that this answers; 0 for none. */
  readonly answers: number;
  /** The signal's name. */
  readonly member: string;
  /** The types of the body's values. */
  readonly signature: string;
  readonly body: Body;
}

const kinds: Partial<Record<number, Heard['kind']>> = { 2: 'answer', 3: 'refusal', 4: 'signal' };
/** No bus passes on more than this in one message. */
const longestOfAll = 1 << 27;

/**
 * How many bytes the message has that begins here.
 *
 * @returns null while its beginning is not complete
 * @throws Error when this is no D-Bus message, so that nobody knows where the next one begins
 */
export function lengthOf(came: Buffer): number | null {
  if (came.length < fixedPart) return null;
  const start = new Body(came, isLowFirst(came));
  const [bodyLength, , fieldsLength] = [start.number(4), start.number(), start.number()];
  const length = alignedTo(8, fixedPart + fieldsLength) + bodyLength;
  if (came[3] !== 1 || length > longestOfAll) throw new Error('this is no D-Bus message');
  return length;
}

/** Reads one whole message. @returns null when it cannot be understood */
export function readMessage(bytes: Buffer): Heard | null {
  try {
    const lowFirst = isLowFirst(bytes);
    const fieldsEnd = fixedPart + new Body(bytes, lowFirst).number(12);
    const heard = { kind: kinds[bytes[1] ?? 0] ?? 'other', answers: 0, member: '', signature: '' };
    const fields = new Body(bytes.subarray(0, fieldsEnd), lowFirst, fixedPart);
    while (!fields.atEnd) {
      const { code, value } = fields.headerField();
      if (code === field.answers && typeof value === 'number') heard.answers = value;
      if (code === field.member && typeof value === 'string') heard.member = value;
      if (code === field.signature && typeof value === 'string') heard.signature = value;
    }
    return { ...heard, body: new Body(bytes.subarray(alignedTo(8, fieldsEnd)), lowFirst) };
  } catch {
    return null;
  }
}

/** The yes or no that a message begins with, bare or as a property's value; null when it holds something else. */
export function truthIn({ signature, body }: Heard): boolean | null {
  try {
    const type = signature === 'v' ? body.signature() : signature;
    return type === 'b' ? body.number() !== 0 : null;
  } catch {
    return null;
  }
}

function isLowFirst(bytes: Buffer): boolean {
  if (bytes[0] !== 0x6c && bytes[0] !== 0x42) throw new Error('this is no D-Bus message');
  return bytes[0] === 0x6c;
}
