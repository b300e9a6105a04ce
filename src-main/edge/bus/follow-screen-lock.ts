import type { Watch } from '#contract/lock';
import { sessionBus, systemBus } from './address';
import { propertyCall } from './call';
import { type Heard, truthIn } from './message';
import { loginManager, screenSavers } from './names';
import { type Teller, Watcher } from './watcher';

interface Told {
  /** The screen is locked, the computer goes to sleep, or the watch for it broke off. More than once, perhaps. */
  readonly locked: () => void;
  /** Whether anybody would say that the screen is locked. */
  readonly screen: (watch: Watch) => void;
  /** Whether anybody would say that the computer goes to sleep. */
  readonly sleep: (watch: Watch) => void;
}

type Environment = NodeJS.ProcessEnv;
const login = `/${loginManager.replaceAll('.', '/')}`;

/**
 * Follows when a Linux desktop locks its screen: its screen saver says so on the session bus, and the login manager on
 * the system's when it is told to lock, or to sleep. Electron tells of sleep alone, and not after that bus was away.
 *
 * @param environment says where the buses are, and which session this is
 * @returns what ends it
 */
export function followScreenLock(environment: Environment, { locked, screen, sleep }: Told): () => void {
  const onSession = new Watcher({
    tellers: screenSavers.map((name) => screenSaver(name, environment)),
    rules: screenSavers.map((name) => `type='signal',interface='${name}',member='ActiveChanged'`),
    answersLocked: (answer) => truthIn(answer) === true,
    saysLocked: (signal) => signal.member === 'ActiveChanged' && truthIn(signal) === true,
    locked,
    told: screen,
  });
  const manager = `type='signal',sender='${loginManager}',interface='${loginManager}`;
  const onSystem = new Watcher({
    tellers: [
      {
        name: loginManager,
        calls: [propertyCall(loginManager, login, `${loginManager}.Manager`, 'PreparingForSleep')],
        startsLater: false,
      },
    ],
    rules: [
      `${manager}.Session',member='Lock'${ourPath(environment)}`,
      `${manager}.Manager',member='PrepareForSleep'`,
    ],
    answersLocked: () => false,
    saysLocked: isLeaving,
    locked,
    told: sleep,
  });
  const ends = [onSession.follow(sessionBus(environment)), onSystem.follow(systemBus(environment))];
  return () => {
    for (const end of ends) end();
  };
}

/** Where it is to be asked depends on its age. Cinnamon's ends when it has nothing to do. */
const screenSaver = (name: string, { XDG_CURRENT_DESKTOP: desktop = '' }: Environment): Teller => ({
  name,
  calls: [`/${name.replaceAll('.', '/')}`, '/', '/ScreenSaver'].map((path) => ({
    to: name,
    path,
    face: name,
    method: 'GetActive',
    texts: [],
  })),
  startsLater: name === 'org.cinnamon.ScreenSaver' && /cinnamon/i.test(desktop),
});

const isLeaving = (signal: Heard): boolean =>
  signal.member === 'Lock' || (signal.member === 'PrepareForSleep' && truthIn(signal) === true);

/**
 * Other people's sessions are none of our business. The login manager names a session's path after its number, with
 * every character that a path must not begin with or hold as `_` and two digits.
 */
function ourPath({ XDG_SESSION_ID: session }: Environment): string {
  if (!session) return '';
  const escaped = session.replace(
    /^\d|[^A-Za-z0-9]/g,
    (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `,path='${login}/session/${escaped}'`;
}
