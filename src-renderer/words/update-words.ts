import type { UpdateMode, Updates } from '#contract/updates';

export const modeNames: Record<UpdateMode, string> = {
  off: 'Off',
  notify: 'Tell me',
  automatic: 'Fetch them',
};

/** Why this copy cannot look for newer versions. */
export const elsewhereWords =
  'This copy does not look for newer versions: it came without an address to look at. They come the way it came, such as by the package manager of your system.';

/** What the choice means. */
export function modeWords({ mode, way }: Updates): string {
  if (mode === 'off') return 'Latchkey looks for newer versions only when you ask it to.';
  const looking =
    'Latchkey looks for a newer version once a day. It sends the server nothing about you or your accounts.';
  if (mode === 'notify' || way === 'by-hand') return looking;
  return way === 'itself'
    ? `${looking} One that is found is fetched, and installed when you quit.`
    : `${looking} One that is found is fetched. Before it is installed, your system asks for a password.`;
}

/** What is known of newer versions; empty when nothing is. */
export function stageWords({ stage, version, percent, way }: Updates): string {
  switch (stage) {
    case 'unknown':
      return '';
    case 'looking':
      return 'Looking for a newer version.';
    case 'newest':
      return 'This is the newest version.';
    case 'found':
      return way === 'by-hand'
        ? `Latchkey ${version ?? ''} is out. This copy cannot replace itself: get the new one where you got this one.`
        : `Latchkey ${version ?? ''} is out.`;
    case 'fetching':
      return `Latchkey ${version ?? ''} is being fetched: ${percent} %.`;
    case 'ready':
      return `Latchkey ${version ?? ''} is here, and its signature is good.`;
    case 'installing':
      return `Latchkey ${version ?? ''} is being installed.`;
  }
}
