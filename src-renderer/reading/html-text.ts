import { Parser } from 'htmlparser2';

/** What begins a line of its own. */
const blocks =
  /^(address|article|aside|blockquote|body|center|d[dlt]|details|dialog|div|fieldset|fig(caption|ure)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t(able|body|foot|head|r))$/;
/** What nobody sees of a page. */
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'svg',
  'object',
  'iframe',
  'select',
]);

/**
 * The text of a web page as a person reads it: a line for each block and row, a tab between the cells of a row. Nothing of the
 * page runs or is loaded: its source is cut into tags and texts, and no document is made of it.
 */
export function htmlText(html: string): string {
  const text = new Lines();
  let hidden = 0;
  let kept = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (unseen.has(name)) hidden += 1;
      else if (name === 'pre') kept += 1;
      if (blocks.test(name) || name === 'br') text.endLine();
      else if (name === 'td' || name === 'th') text.nextCell();
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
      else if (name === 'pre') kept = Math.max(0, kept - 1);
      if (blocks.test(name)) text.endLine();
    },
    ontext(part) {
      if (hidden === 0) text.add(part, kept > 0);
    },
  });
  parser.end(html);
  return text.all();
}

class Lines {
  readonly #lines: string[] = [];
  #line = '';

  add(part: string, asItIs: boolean): void {
    if (!asItIs) {
      const words = part.replace(/[ \t\r\n\f]+/g, ' ');
      this.#line += this.#line.endsWith(' ') ? words.trimStart() : words;
      return;
    }
    const [first = '', ...others] = part.split(/\r?\n/);
    this.#line += first;
    for (const other of others) {
      this.endLine();
      this.#line = other;
    }
  }

  nextCell(): void {
    if (this.#line.trim() !== '') this.#line = `${this.#line.trimEnd()}\t`;
  }

  endLine(): void {
    const line = this.#line.trim();
    if (line !== '') this.#lines.push(line);
    this.#line = '';
  }

  all(): string {
    this.endLine();
    return this.#lines.join('\n');
  }
}
