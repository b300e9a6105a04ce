import type { UpdateMode, Updates } from '#contract/updates';
import { section } from '../catalogue';

type Told = Pick<Updates, 'version' | 'percent' | 'way'>;

const looking =
  'Latchkey looks for a newer version once a day. It sends the server nothing about you or your accounts.';

/** Newer versions, in the settings and where they are news. */
export const updateWords = section('updates', {
  title: 'Newer versions',
  modes: { off: 'Off', notify: 'Tell me', automatic: 'Fetch them' } satisfies Record<UpdateMode, string>,
  /** Why this copy cannot look for newer versions. */
  elsewhere:
    'This copy does not look for newer versions: it came without an address to look at. They come the way it came, such as by the package manager of your system.',
  /** What is done with a newer version. */
  meaning: {
    asked: 'Latchkey looks for newer versions only when you ask it to.',
    told: looking,
    installed: `${looking} One that is found is fetched, and installed when you quit.`,
    fetched: `${looking} One that is found is fetched. Before it is installed, your system asks for a password.`,
  },
  /** What is known of newer versions; null when nothing is. */
  stage: {
    unknown: () => null,
    looking: () => 'Looking for a newer version.',
    newest: () => 'This is the newest version.',
    found: ({ version, way }) =>
      way === 'by-hand'
        ? `Latchkey ${version ?? ''} is out. This copy cannot replace itself: get the new one where you got this one.`
        : `Latchkey ${version ?? ''} is out.`,
    fetching: ({ version, percent }) => `Latchkey ${version ?? ''} is being fetched: ${percent} %.`,
    ready: ({ version }) => `Latchkey ${version ?? ''} is here, and its signature is good.`,
    installing: ({ version }) => `Latchkey ${version ?? ''} is being installed.`,
  } satisfies Record<Updates['stage'], (told: Told) => string | null>,
  fetch: 'Fetch it',
  install: 'Install and restart',
  look: 'Look for newer versions',
});
