import { getContext, setContext } from 'svelte';
import type { PassphraseInstead } from '../../state/lock/passphrase-instead.svelte';

const key = Symbol('passphraseInstead');

/** Has failures below the component that calls it offer a passphrase. */
export const offerPassphrases = (instead: () => PassphraseInstead): void => {
  setContext(key, instead);
};

/** The passphrase that failures can offer here; undefined where none is chosen, as in a locked window. */
export const passphraseOffered = (): PassphraseInstead | undefined =>
  getContext<(() => PassphraseInstead) | undefined>(key)?.();

/** Has Enter in a field choose the passphrase, rather than submit the form around it. */
export const chooseOnEnter =
  (choose: () => unknown) =>
  (group: HTMLElement): (() => void) => {
    const onKey = (event: KeyboardEvent): void => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key !== 'Enter' || event.isComposing || !isField) return;
      event.preventDefault();
      event.stopPropagation();
      choose();
    };
    // On the way down: the field of a new passphrase submits its form itself.
    group.addEventListener('keydown', onKey, { capture: true });
    return () => group.removeEventListener('keydown', onKey, { capture: true });
  };
