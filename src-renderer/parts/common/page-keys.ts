import type { Attachment } from 'svelte/attachments';

/** What stays of a page when the next one is shown, in pixels: two lines, to go on reading from. */
const kept = 40;

/**
 * For the middle of a dialog, which scrolls: the page keys do it from the buttons, too, where Chromium would look for
 * something to scroll around the button alone.
 */
export const pageKeysScroll: Attachment<HTMLElement> = (middle) => {
  const dialog = middle.closest('dialog');
  const press = (event: KeyboardEvent): void => {
    const direction = { PageDown: 1, PageUp: -1 }[event.key];
    if (direction === undefined || (event.target instanceof Node && middle.contains(event.target))) return;
    event.preventDefault();
    middle.scrollBy({ top: direction * Math.max(kept, middle.clientHeight - kept) });
  };
  dialog?.addEventListener('keydown', press);
  return () => dialog?.removeEventListener('keydown', press);
};
