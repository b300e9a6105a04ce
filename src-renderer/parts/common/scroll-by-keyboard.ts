import type { Attachment } from 'svelte/attachments';

/** What gets the keyboard's focus inside of an element, from where its arrow keys scroll. */
const focusable = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary', '[tabindex]'].join();

/**
 * Gives whoever has no pointer a place to scroll from: an element that scrolls and has nothing inside that gets the focus
 * gets it itself.
 */
export const scrollByKeyboard: Attachment<HTMLElement> = (element) => {
  const look = (): void => {
    const scrolls = element.scrollHeight > element.clientHeight;
    if (scrolls && element.querySelector(focusable) === null) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  for (const child of element.children) sizes.observe(child);
  return () => sizes.disconnect();
};
