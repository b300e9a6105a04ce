/** A piece of a text: the character that it stands for, and where it is written. */
interface Unit {
  readonly means: string;
  readonly from: number;
  readonly to: number;
}

/** How a character may be written in the text of a service: in JSON, URLs, HTML, and program code. */
const escapes =
  /^(?:%([0-9a-f]{2})|=([0-9a-f]{2})|\\u\{?0*([0-9a-f]{2})\}?|\\x([0-9a-f]{2})|&#x0*([0-9a-f]{2});?|&#0*(\d{2,3});?|&(amp|lt|gt|quot|apos|sol|bsol|lowbar|hyphen|plus|equals|colon|period);|\\([^\w\s]))/i;
const names: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", sol: '/', bsol: '\\', lowbar: '_' },
  ...{ hyphen: '-', plus: '+', equals: '=', colon: ':', period: '.' },
};
/** The longest of those spellings, with room for zeros in front. */
const longestEscape = 14;
/** A spelling in a spelling in a spelling: `%2541`, `\\u0025&#52;1`. */
const layers = 3;
/** What may stand between the pieces of a secret that was split over fields or lines. */
const gap = /[\s"'“”‘’,;|…]/;
/** As much of a secret as tells too much of it, in characters. */
const tellingPart = 8;

/**
 * Puts "…" in the place of secrets in a text that people are shown, in whatever spelling: escaped for JSON, a URL, HTML
 * or code, also twice; in other case or width; in base64 or hexadecimal; with blanks, quotes and commas between; and
 * any eight characters of it in a row.
 *
 * @param secrets those that belong to the call whose answer this is; empty ones count for nothing
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const parts = new Set(secrets.flatMap(spellings).flatMap(partsOf));
  const lengths = new Set(Array.from(parts, (part) => part.length));
  const hidden = new Uint8Array(text.length);
  let units = lettersOf(text);
  // After each layer anew: a secret may hold what looks like an escape itself.
  for (let layer = 0; layer <= layers; layer += 1) {
    for (const length of lengths) hide(parts, length, units, hidden);
    units = unescaped(units);
  }
  return Array.from(hidden, (is, at) => {
    if (is === 0) return text.charAt(at);
    return hidden[at - 1] === 1 ? '' : '…';
  }).join('');
}

function hide(parts: ReadonlySet<string>, length: number, units: readonly Unit[], hidden: Uint8Array): void {
  const seen = units.filter(({ means }) => !gap.test(means));
  const said = seen.map(({ means }) => folded(means)).join('');
  for (let at = 0; at + length <= said.length; at += 1) {
    if (parts.has(said.slice(at, at + length))) hidden.fill(1, seen[at]?.from, seen[at + length - 1]?.to);
  }
}

/** Every stretch of a spelling that tells too much. */
function partsOf(spelling: string): string[] {
  const length = Math.min(tellingPart, spelling.length);
  return Array.from({ length: spelling.length - length + 1 }, (_, at) => spelling.slice(at, at + length));
}

const lettersOf = (text: string): Unit[] =>
  Array.from({ length: text.length }, (_, at) => ({ means: text.charAt(at), from: at, to: at + 1 }));

function unescaped(units: readonly Unit[]): Unit[] {
  const read: Unit[] = [];
  for (let at = 0; at < units.length;) {
    const mayBegin = /[%=\\&]/.test(units[at]?.means ?? '');
    const ahead = mayBegin ? units.slice(at, at + longestEscape) : [];
    const found = escapes.exec(ahead.map(({ means }) => means).join(''));
    const [first, last] = [units[at], units[at + (found?.[0].length ?? 1) - 1]];
    if (first && last)
      read.push({ means: found ? meant(found) : first.means, from: first.from, to: last.to });
    at += found?.[0].length ?? 1;
  }
  return read;
}

function meant([, url, mail, json, code, hex, decimal, name, plain]: RegExpExecArray): string {
  const byHex = url ?? mail ?? json ?? code ?? hex;
  if (byHex !== undefined) return String.fromCharCode(parseInt(byHex, 16));
  if (decimal !== undefined) return String.fromCharCode(Number(decimal));
  return plain ?? names[name?.toLowerCase() ?? ''] ?? '';
}

const folded = (letter: string): string => letter.normalize('NFKC').toLowerCase().charAt(0) || letter;

/** What a secret looks like in a text without gaps and case. */
function spellings(secret: string): string[] {
  const plain = lettersOf(secret).map(({ means }) => folded(means));
  const bytes = Array.from(secret, (letter) => letter.codePointAt(0) ?? 0);
  const isAscii = bytes.every((byte) => byte < 0x80) && secret.length >= tellingPart;
  const coded = isAscii ? [hexOf(bytes), ...base64Of(bytes)] : [];
  return [plain.filter((letter) => !gap.test(letter)).join(''), ...coded].filter((one) => one !== '');
}

const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

const alphabet = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789';

/** Base64 in small letters, wherever in the encoded bytes it begins, in both alphabets; without what hangs on others. */
function base64Of(bytes: readonly number[]): string[] {
  return ['+/', '-_'].flatMap((signs) =>
    [0, 1, 2].map((before) => {
      const bits = [...Array<number>(before).fill(0), ...bytes]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('');
      const sixes = bits.match(/.{6}/g) ?? [];
      const first = Math.ceil((before * 8) / 6);
      return sixes
        .slice(first)
        .map((six) => (alphabet + signs).charAt(parseInt(six, 2)))
        .join('');
    }),
  );
}
