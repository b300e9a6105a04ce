/** What an otpauth link says of the codes that are made with it. Its label and issuer are for people. */
export interface Otpauth {
  readonly type: 'totp' | 'hotp' | 'steam';
  /** In base32: upper case, without blanks and padding. */
  readonly secret: string;
  /** SHA1, SHA256, SHA512, or whatever else stands there. */
  readonly algorithm: string;
  /** Digits, or letters with Steam. */
  readonly digits: number;
  /** Seconds; of no use where a counter counts. */
  readonly period: number;
  /** The count that nobody has taken yet; 0 where none counts. */
  readonly count: number;
}

const shape = /^otpauth:\/\/(\w+)\/?[^?#]*(?:\?([^#]*))?/iu;
const longestPeriod = 86_400;
/** 2^52. */
const lastCount = 4_503_599_627_370_496;

/** Reads an otpauth link as authenticators do: what it leaves out is the usual. Null where no code can be made of it. */
export function readOtpauth(link: string): Otpauth | null {
  const [, written = '', query = ''] = shape.exec(link.trim()) ?? [];
  const said = parametersOf(query);
  const named = written.toLowerCase();
  const type = said.get('encoder')?.toLowerCase() === 'steam' ? 'steam' : named;
  const secret = (said.get('secret') ?? '').replace(/[\s=-]/g, '').toUpperCase();
  if ((type !== 'totp' && type !== 'hotp' && type !== 'steam') || !/^[A-Z2-7]+$/.test(secret)) return null;
  const digits = numberIn(said.get('digits'), type === 'steam' ? 5 : 6, 4, 10);
  const period = numberIn(said.get('period'), 30, 1, longestPeriod);
  const count = type === 'hotp' ? numberIn(said.get('counter'), 0, 0, lastCount) : 0;
  if (digits === null || period === null || count === null) return null;
  const algorithm = (said.get('algorithm') ?? 'SHA1').toUpperCase().replace(/^(?:HMAC)?-?SHA-?/, 'SHA');
  return { type, secret, algorithm, digits, period, count };
}

/** What is the same for links that make the same codes, whatever name they bear and however far their counter is. */
export function otpauthKey(link: string): string {
  const read = readOtpauth(link);
  return read ? keyOf(read) : link;
}

/** The same of what was read. */
export const keyOf = ({ type, secret, algorithm, digits, period }: Omit<Otpauth, 'count'>): string =>
  JSON.stringify([type, secret, algorithm, digits, type === 'hotp' ? 0 : period]);

/** The last of a name counts. What cannot be decoded is left as it is written. */
function parametersOf(query: string): Map<string, string> {
  const pairs = query.split('&').map((one): [string, string] => {
    const [name = '', ...value] = one.split('=');
    return [decoded(name).toLowerCase(), decoded(value.join('='))];
  });
  return new Map(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function numberIn(text: string | undefined, usual: number, least: number, most: number): number | null {
  if (text === undefined || text === '') return usual;
  const number = /^\d{1,16}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most ? number : null;
}
