/** The button that a click or a key was for; that of a form, where Enter was pressed in a field of it. */
const pressedBy = (event: Event): Element | null => {
  const { target } = event;
  const pressed = event instanceof SubmitEvent ? event.submitter : target instanceof Element ? target : null;
  return pressed?.closest('button') ?? null;
};

/**
 * Has every button show that it works: one that is pressed and then cannot be pressed for a while has an attempt running,
 * and says so (`aria-busy`, drawn by controls.css) until it can be pressed again. Of several that share an attempt, only
 * the one that began it. A button that says by itself whether it is busy is left alone.
 */
export function showWork(root: HTMLElement): void {
  const working = new Map<Element, MutationObserver>();

  const watch = (button: Element): void => {
    if (working.has(button) || button.hasAttribute('aria-busy')) return;
    const rests = (): boolean => button.getAttribute('aria-disabled') === 'true';
    // What was at rest before it was pressed begins nothing.
    if (rests()) return;
    const observer = new MutationObserver(() => {
      if (rests()) button.setAttribute('aria-busy', 'true');
      else forget(button);
    });
    working.set(button, observer);
    observer.observe(button, { attributeFilter: ['aria-disabled'] });
    // An attempt begins with the press, or never.
    setTimeout(() => {
      if (!rests()) forget(button);
    });
  };
  const forget = (button: Element): void => {
    working.get(button)?.disconnect();
    working.delete(button);
    button.removeAttribute('aria-busy');
  };
  const pressed = (event: Event): void => {
    const button = pressedBy(event);
    if (button) watch(button);
  };

  // Before whoever is asked: afterwards the button may be at rest already.
  root.addEventListener('click', pressed, { capture: true });
  root.addEventListener('submit', pressed, { capture: true });
}
