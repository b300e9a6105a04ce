import type { Attachment } from 'svelte/attachments';

/** The heading of a new screen takes the focus, and the screen begins at its top, wherever the last one was scrolled to. */
export const beginScreen: Attachment<HTMLElement> = (heading) => {
  heading.focus({ preventScroll: true });
  for (let around = heading.parentElement; around; around = around.parentElement) around.scrollTop = 0;
};

/** Takes the focus when it appears: the first field of a form, the safe button of a dialog. */
export const focusFirst: Attachment<HTMLElement> = (element) => element.focus({ preventScroll: true });

/**
 * Has a field take the focus, anew each time something is found wrong with it.
 *
 * @param wrong something new each time, such as a failure; nothing where all is well
 */
export const focusWhenWrong = (wrong: object | null | undefined): Attachment<HTMLElement> | undefined =>
  wrong ? (element) => element.focus() : undefined;

/** The same for a field with a text that is to be corrected: it comes into view with all of its text chosen. */
export const selectFirst: Attachment<HTMLTextAreaElement> = (field) => {
  field.focus();
  field.select();
};

/** Comes into view when it appears below the fold. */
export const bringIntoView: Attachment<HTMLElement> = (element) =>
  element.scrollIntoView({ block: 'nearest' });

/** When what had the focus disappears, the heading takes it, or the first field of a dialog, so that the keyboard is never lost. */
export function holdFocus(root: HTMLElement): void {
  let last: EventTarget | null = null;
  root.addEventListener('focusin', (event) => (last = event.target));
  new MutationObserver(() => {
    if (!(last instanceof Node) || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    const dialog = [...root.querySelectorAll('dialog[open]')].at(-1);
    if (dialog) dialog.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
    else root.querySelector('h1')?.focus();
  }).observe(root, { childList: true, subtree: true });
}
