import { listenToBus, sessionBus, systemBus } from './listen';

/** Who says on the session bus that the screen is locked: the common name, and those of desktops that use their own. */
const screenSavers = ['org.freedesktop', 'org.gnome', 'org.cinnamon', 'org.mate', 'org.xfce'].map(
  (owner) => `${owner}.ScreenSaver`,
);
const loginSession = 'org.freedesktop.login1.Session';

/**
 * Follows when a Linux desktop locks its screen: its screen saver says so on the session bus, and the login manager on
 * the system's when it is told to lock. Electron tells of it on macOS and Windows alone.
 *
 * @param environment says where the buses are, and which session this is
 * @returns what ends it
 */
export function followScreenLock(environment: NodeJS.ProcessEnv, locked: () => void): () => void {
  const ends = [
    listenToBus(sessionBus(environment), {
      questions: screenSavers.map((name) => ({
        method: 'AddMatch',
        text: `type='signal',interface='${name}',member='ActiveChanged'`,
      })),
      heard({ kind, member, body }) {
        if (kind === 'signal' && member === 'ActiveChanged' && !body.atEnd && body.number() !== 0) locked();
      },
      gone: () => undefined,
    }),
    listenToBus(systemBus(environment), {
      questions: [
        {
          method: 'AddMatch',
          text: `type='signal',sender='org.freedesktop.login1',interface='${loginSession}',member='Lock'${ourPath(environment)}`,
        },
      ],
      heard({ kind, member }) {
        if (kind === 'signal' && member === 'Lock') locked();
      },
      gone: () => undefined,
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/**
 * Other people's sessions are none of our business. The login manager names a session's path after its number, with
 * every character that a path must not begin with or hold as `_` and two digits.
 */
function ourPath({ XDG_SESSION_ID: session }: NodeJS.ProcessEnv): string {
  if (!session) return '';
  const escaped = session.replace(
    /^\d|[^A-Za-z0-9]/g,
    (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `,path='/org/freedesktop/login1/session/${escaped}'`;
}
