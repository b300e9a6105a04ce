import { shell } from 'electron';
import type { LinkId } from '#contract/calls/desktop';

/** Every web page that Latchkey can open. The window names one; it never gives an address. */
const addresses: Record<LinkId, string> = {
  'keychain-help': 'https://wiki.gnome.org/Projects/GnomeKeyring',
  license: 'https://www.apache.org/licenses/LICENSE-2.0',
};

/** Opens a page in the person's own browser. */
export function openLink(link: LinkId): void {
  void shell.openExternal(addresses[link]);
}
