import type { Attachment } from 'svelte/attachments';
import { type Came, isWholeCode } from '../../words/code-text';

interface Field {
  /** Ready for the next key. */
  readonly focus: () => void;
  readonly enter: (text: string, came: Came) => void;
}

/** Whatever takes letters and digits itself. */
const takesText = [
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit])',
  'textarea',
  'select',
  '[contenteditable]',
].join(',');

/** Whether nobody else wants what is typed: no other field has the focus, and nothing lies over the screen. */
function isFree(screen: HTMLElement): boolean {
  return (
    document.activeElement?.matches(takesText) !== true &&
    document.querySelector('dialog[open]') === null &&
    screen.closest('[inert]') === null
  );
}

/**
 * Digits that are typed anywhere on a screen go into its code, and so does a code that is pasted there. All other keys do
 * what they did: a button that has the focus keeps Space and Enter.
 */
export const typesAnywhere =
  (field: Field): Attachment<HTMLElement> =>
  (screen) => {
    const typed = (event: KeyboardEvent): void => {
      const { key, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
      if (defaultPrevented || isComposing || ctrlKey || altKey || metaKey) return;
      // The key itself goes to whatever has the focus when its turn comes.
      if (/^\p{Nd}$/u.test(key) && isFree(screen)) field.focus();
    };
    const pasted = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || !isFree(screen)) return;
      if (!isWholeCode(text)) return;
      event.preventDefault();
      field.focus();
      field.enter(text, 'whole');
    };
    document.addEventListener('keydown', typed);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('keydown', typed);
      document.removeEventListener('paste', pasted);
    };
  };
