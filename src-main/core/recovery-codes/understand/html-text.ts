import { decodeEntities } from './html-entities';

/** Elements after which, and before which, a new line begins. */
const lines = new Set(
  'address,article,aside,blockquote,body,br,button,caption,dd,details,div,dl,dt,fieldset,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,html,label,legend,li,main,nav,ol,option,output,p,pre,section,select,summary,table,tbody,textarea,tfoot,thead,tr,ul'.split(
    ',',
  ),
);
/** What stands in them is for programs. */
const unseen = new Set('head,script,style,template,noscript,svg,math,iframe,object'.split(','));
const struck = new Set(['del', 's', 'strike']);
const inline = new Set(
  'a,abbr,b,bdi,bdo,cite,code,data,em,font,i,img,input,ins,kbd,link,mark,meta,q,samp,small,span,strong,sub,sup,time,td,th,title,tt,u,var,wbr'.split(
    ',',
  ),
);
const isElement = (name: string): boolean =>
  lines.has(name) || unseen.has(name) || struck.has(name) || inline.has(name);

const known =
  /<(?:\/|!doctype )?(?:html|body|div|p|li|ul|ol|td|th|tr|table|span|br|pre|code|dd|dt|h[1-6]|del|s|b|strong|textarea|input)(?=[\s/>])/i;

/** Whether a text is the source of a page, or a part of one. */
export const isHtml = (text: string): boolean => known.test(text);

/** A tag of an element that there is, and what stands in the text before it. */
interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

/**
 * What a page shows, as plain text: a line for each block, a tab between cells, two pairs of tildes around what is struck out,
 * and what stands in fields. Tolerates whatever is no HTML: what has no name of an element is text.
 */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let hidden: string | null = null;
  // In a text that is laid out by its own line ends they count.
  let isLaidOut = false;
  for (const [text, tag] of tagsOf(html)) {
    if (hidden === null) parts.push(decodeEntities(text).replace(/[\r\n]+/g, isLaidOut ? '\n' : ' '));
    if (!tag) continue;
    if (tag.name === 'pre' || tag.name === 'textarea') isLaidOut = !tag.isEnd;
    if (hidden !== null) {
      if (tag.isEnd && tag.name === hidden) hidden = null;
    } else if (unseen.has(tag.name)) hidden = tag.isEnd ? null : tag.name;
    else parts.push(shownFor(tag));
  }
  // Each cell ends with a tab, the last one of a row for nothing.
  return parts.join('').replace(/\t(?=\n|$)/g, '');
}

function shownFor({ name, isEnd, attributes }: Tag): string {
  if (struck.has(name)) return '~~';
  if (name === 'td' || name === 'th') return isEnd ? '\t' : '';
  if (name === 'input') return shownForField(attributes);
  return lines.has(name) ? '\n' : '';
}

function shownForField(attributes: string): string {
  const type = /\btype\s*=\s*["']?(\w+)/i.exec(attributes)?.[1]?.toLowerCase() ?? 'text';
  if (type === 'checkbox') return /\bchecked\b/i.test(attributes) ? '[x] ' : '[ ] ';
  const value = /\bvalue\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  const text = decodeEntities(value?.[1] ?? value?.[2] ?? value?.[3] ?? '');
  return type === 'text' ? `\n${text}\n` : '';
}

/** The tags of a text in their order, each with the text before it, and the text behind the last one. */
function* tagsOf(html: string): Generator<readonly [text: string, tag: Tag | null]> {
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      yield [html.slice(from, at), null];
      from = end < 0 ? html.length : end + 3;
      at = from - 1;
      continue;
    }
    const name = /^<(\/?)([a-z][a-z\d]{0,15})(?=[\s/>])/i.exec(html.slice(at, at + 20));
    if (!name || !isElement(name[2]?.toLowerCase() ?? '')) continue;
    const end = html.indexOf('>', at);
    if (end < 0) break;
    const tag = {
      name: name[2]?.toLowerCase() ?? '',
      isEnd: name[1] === '/',
      attributes: html.slice(at + name[0].length, end),
    };
    yield [html.slice(from, at), tag];
    from = end + 1;
    at = end;
  }
  yield [html.slice(from), null];
}
