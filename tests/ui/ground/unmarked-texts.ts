import type { Page } from '@playwright/test';
import { quietMarks } from '../../../src-main/words/pseudo';

/**
 * Every text on a page that does not come from the catalogue, where it is opened with `?words=marked`: what is read or
 * shown, in attributes, too, and has letters outside of the marks.
 *
 * @returns each once, with where it stands: `button[aria-label]: Copy`
 */
export const unmarkedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(({ begin, end }) => {
    const read = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'];
    const attributes = [...read, 'title', 'placeholder', 'alt'];

    /** What is left without what stands between marks, which may stand within each other. */
    function outside(text: string): string {
      let depth = 0;
      let left = '';
      for (const letter of text) {
        if (letter === begin) depth += 1;
        else if (letter === end) depth -= 1;
        else if (depth === 0) left += letter;
      }
      return left.replace(/\s+/g, ' ').trim();
    }

    function nameOf(element: Element): string {
      const kind = [...element.classList].filter((name) => !name.startsWith('svelte-'));
      return [element.localName, ...kind].join('.');
    }

    function* textsOf(element: Element): Generator<[where: string, text: string]> {
      for (const attribute of attributes) {
        const text = element.getAttribute(attribute);
        if (text !== null) yield [`${nameOf(element)}[${attribute}]`, text];
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) yield [nameOf(element), node.nodeValue ?? ''];
      }
    }

    const found = new Set<string>();
    for (const element of document.body.querySelectorAll('*')) {
      if (['script', 'style'].includes(element.localName) || !element.checkVisibility()) continue;
      for (const [where, text] of textsOf(element)) {
        const left = outside(text);
        if (/\p{L}{2}/u.test(left)) found.add(`${where}: ${left}`);
      }
    }
    const title = outside(document.title);
    if (/\p{L}{2}/u.test(title)) found.add(`title: ${title}`);
    return [...found];
  }, quietMarks);
