import type { Attachment } from 'svelte/attachments';

const steps: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowDown: (place, count) => (place + 1) % count,
  ArrowUp: (place, count) => (place - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The arrow keys go through the items of an open menu, and Tab leaves it. */
export const menuKeys: Attachment<HTMLElement> = (menu) => {
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') menu.hidePopover();
    const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const place = items.findIndex((item) => item === document.activeElement);
    const next = steps[event.key]?.(place, items.length);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };
  menu.addEventListener('keydown', press);
  return () => menu.removeEventListener('keydown', press);
};
