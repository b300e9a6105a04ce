import { beforeEach, expect, test, vi } from 'vitest';
import { showWork } from '../../../src-renderer/parts/common/show-work';

const busy = (button: Element): string | null => button.getAttribute('aria-busy');
const told = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
let root: HTMLElement;

/** Two buttons that rest together while what one of them asked for runs, as those of one attempt do. */
function twoOfOneAttempt(): {
  first: HTMLButtonElement;
  second: HTMLButtonElement;
  rest: (rests: boolean) => void;
} {
  root.innerHTML = '<button type="button"><span>One</span></button><button type="button">Two</button>';
  const [first, second] = [...root.querySelectorAll('button')];
  if (!first || !second) throw new Error('no buttons');
  const rest = (rests: boolean): void => {
    for (const button of [first, second]) button.setAttribute('aria-disabled', String(rests));
  };
  rest(false);
  return { first, second, rest };
}

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  showWork(root);
});

test('a button that is pressed shows that it works until it can be pressed again, and it alone', async () => {
  const { first, second, rest } = twoOfOneAttempt();
  root.addEventListener('click', () => queueMicrotask(() => rest(true)));
  first.querySelector('span')?.click();
  await vi.waitFor(() => expect(busy(first)).toBe('true'));
  expect(busy(second)).toBeNull();
  rest(false);
  await vi.waitFor(() => expect(busy(first)).toBeNull());
});

test('a form is sent by its button, whatever key was pressed', async () => {
  root.innerHTML = '<form><input><button aria-disabled="false">Go</button></form>';
  const [form, button] = [root.querySelector('form'), root.querySelector('button')];
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    queueMicrotask(() => button?.setAttribute('aria-disabled', 'true'));
  });
  form?.requestSubmit(button);
  await vi.waitFor(() => expect(button && busy(button)).toBe('true'));
});

test('a button that was at rest, one that begins nothing and one that says so itself are left alone', async () => {
  const { first, second, rest } = twoOfOneAttempt();
  rest(true);
  first.click();
  rest(true);
  await told();
  expect(busy(first)).toBeNull();
  rest(false);
  first.click();
  await told();
  // Another attempt, later: nobody pressed this one.
  rest(true);
  await told();
  expect(busy(first)).toBeNull();
  rest(false);
  second.setAttribute('aria-busy', 'false');
  second.click();
  rest(true);
  await told();
  expect(busy(second)).toBe('false');
});
