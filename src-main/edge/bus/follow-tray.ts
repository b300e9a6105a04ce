import { sessionBus } from './address';
import { busCall, propertyCall } from './call';
import { listenToBus } from './listen';
import { truthIn } from './message';
import { trayWatcher } from './names';
import { nameIn, StandingQuestion } from './standing-question';

const path = '/StatusNotifierWatcher';
/** What makes the answer another one: a panel comes or goes. Some watchers say it in the one way, some in the other. */
const changes = ['StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered', 'PropertiesChanged'];

/**
 * What becomes of an icon. `not-shown`: somebody keeps it for a panel that is not there now, or may do so, as nobody can be
 * heard at the moment; it must not be registered twice. `none`: there is nobody to register with.
 */
export type TrayPlace = 'shown' | 'not-shown' | 'none';

/**
 * Follows whether this desktop shows icons in a tray: whether there is a watcher for them that says that a panel shows
 * them. A watcher that does not say so counts as none, for that is Chromium's rule, too: it would draw no icon there.
 *
 * @param environment says where the session bus is
 * @param listener hears it once, and after every change
 * @returns what ends it
 */
export function followTray(environment: NodeJS.ProcessEnv, listener: (place: TrayPlace) => void): () => void {
  let known: TrayPlace | null = null;
  const tell = (place: TrayPlace): void => {
    if (place === known) return;
    known = place;
    listener(place);
  };
  const question = new StandingQuestion(
    trayWatcher,
    [propertyCall(trayWatcher, path, trayWatcher, 'IsStatusNotifierHostRegistered')],
    (answer) => {
      if (answer === null) tell('none');
      else tell(truthIn(answer) === true ? 'shown' : 'not-shown');
    },
  );
  return listenToBus(sessionBus(environment), {
    opened(bus) {
      for (const member of changes) {
        bus.ask(busCall('AddMatch', `type='signal',path='${path}',member='${member}'`));
      }
      question.opened(bus);
    },
    heard(signal) {
      if (changes.includes(signal.member)) question.again();
      const name = nameIn(signal);
      if (name !== null) question.ownerChanged(name);
    },
    gone: () => tell(known === 'shown' || known === 'not-shown' ? 'not-shown' : 'none'),
  });
}
