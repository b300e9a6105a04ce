const quote = 0x22;
const backslash = 0x5c;
/** Each begins a value, or stands between two. */
const marks: ReadonlySet<number> = new Set(['[', '{', ','].map((mark) => mark.charCodeAt(0)));

/**
 * Whether a JSON text holds more values than that, brackets counted along: asked before it is parsed, for a few bytes
 * may become a hundred in memory. Of what is no JSON the answer says nothing.
 */
export function holdsMoreValues(text: string, most: number): boolean {
  let count = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === quote) place = endOfText(text, place);
    else if (marks.has(unit)) count += 1;
    if (count > most) return true;
  }
  return false;
}

/** The place of the quote that ends what begins at one; the end of all where there is none. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}
