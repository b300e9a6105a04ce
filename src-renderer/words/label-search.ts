/** As people type when they search: without capitals, accents and the like. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a label has every word of a search in it, in any order and as any part of a word. */
export function labelSearch(search: string): (label: string) => boolean {
  const words = folded(search).split(/\s+/);
  return (label) => {
    const text = folded(label);
    return words.every((word) => text.includes(word));
  };
}
