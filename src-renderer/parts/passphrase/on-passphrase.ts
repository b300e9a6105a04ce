/** Milliseconds for which one word is enough: what was made ready stays so for longer. */
const pause = 10_000;

/** Calls when somebody begins to enter a passphrase anywhere on the page, and from time to time while they go on. */
export function onPassphrase(page: HTMLElement, call: () => void): void {
  let last = -pause;
  page.addEventListener('input', ({ target, timeStamp }) => {
    if (!(target instanceof Element) || !target.closest('[data-secret="passphrase"]')) return;
    if (timeStamp - last < pause) return;
    last = timeStamp;
    call();
  });
}
