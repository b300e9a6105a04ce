import type { Attachment } from 'svelte/attachments';

/** "/" is a letter like any other where somebody types. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea');

/** "/" and Ctrl+F (on a Mac Command+F) go to the search field that has it, wherever the focus is. */
export const searchKeys: Attachment<HTMLInputElement> = (field) => {
  const find = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const control = ctrlKey || metaKey;
    const slash = key === '/' && !control && !isTyping(event.target);
    if (altKey || (!slash && !(control && key.toLowerCase() === 'f'))) return;
    event.preventDefault();
    field.focus();
    field.select();
  };
  window.addEventListener('keydown', find);
  return () => window.removeEventListener('keydown', find);
};
