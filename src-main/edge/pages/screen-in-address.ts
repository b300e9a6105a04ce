import { railScreens } from '#contract/commands';
import type { InFront } from '../../core/ports/shell/notifications';

/**
 * What a page shows, as its address says (src-renderer/main.ts writes it there).
 *
 * @param address of a page of the bundle
 * @returns null for a screen that the rail does not list, such as Restore
 */
export function screenInAddress(address: string): InFront | null {
  const { pathname, hash } = new URL(address);
  if (pathname === '/quick.html') return 'quick-verify';
  const shown = hash === '' ? 'verify' : hash.slice(1);
  return railScreens.find((screen) => screen === shown) ?? null;
}
