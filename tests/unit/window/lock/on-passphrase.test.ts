import { beforeEach, expect, it, vi } from 'vitest';
import { onPassphrase } from '../../../../src-renderer/parts/passphrase/on-passphrase';

beforeEach(() => {
  document.body.innerHTML =
    '<div data-secret="passphrase"><input id="passphrase"><button><b id="within">Show</b></button></div><div data-secret="token"><input id="code"></div>';
});

/** Types into a field at a time of the page's clock, in milliseconds. */
function type(id: string, at: number): void {
  const event = new Event('input', { bubbles: true });
  Object.defineProperty(event, 'timeStamp', { value: at });
  document.getElementById(id)?.dispatchEvent(event);
}

it('calls at the first letter of a passphrase, and again while it is being typed for long', () => {
  const call = vi.fn();
  onPassphrase(document.body, call);
  type('passphrase', 0);
  expect(call).toHaveBeenCalledTimes(1);
  type('passphrase', 9_999);
  expect(call).toHaveBeenCalledTimes(1);
  type('within', 10_000);
  expect(call).toHaveBeenCalledTimes(2);
});

it('does not call for what is no passphrase', () => {
  const call = vi.fn();
  onPassphrase(document.body, call);
  type('code', 0);
  expect(call).not.toHaveBeenCalled();
  type('passphrase', 1);
  expect(call).toHaveBeenCalledTimes(1);
});
