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
 * Follows whether this desktop shows icons in a tray: whether there is a watcher for them that says that a panel shows
 * them. A watcher that does not say so counts as none, for that is Chromium's rule, too: it would draw no icon there.
 *
 * @param environment says where the session bus is
 * @param listener hears it once, and after every change; a bus that is absent or gone shows nothing
 * @returns what ends it
 */
export function followTray(environment: NodeJS.ProcessEnv, listener: (there: boolean) => void): () => void {
  let known: boolean | null = null;
  const tell = (there: boolean): void => {
    if (there === known) return;
    known = there;
    listener(there);
  };
  const question = new StandingQuestion(
    trayWatcher,
    [propertyCall(trayWatcher, path, trayWatcher, 'IsStatusNotifierHostRegistered')],
    (answer) => tell(answer !== null && truthIn(answer) === true),
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
    gone: () => tell(false),
  });
}
