import { firstSerial, listenToBus, sessionBus } from './listen';

/**
 * Follows whether anybody owns a name on the session bus.
 *
 * @param environment says where the bus is
 * @param name for instance `org.kde.StatusNotifierWatcher`
 * @param listener hears it once, and after every change; a bus that is absent or gone owns nothing
 * @returns what ends it
 */
export function followName(
  environment: NodeJS.ProcessEnv,
  name: string,
  listener: (owned: boolean) => void,
): () => void {
  let known: boolean | null = null;
  const tell = (owned: boolean): void => {
    if (owned === known) return;
    known = owned;
    listener(owned);
  };
  const rule = `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${name}'`;
  return listenToBus(sessionBus(environment), {
    // First listen, then ask: a change in between must not be missed.
    questions: [
      { method: 'AddMatch', text: rule },
      { method: 'NameHasOwner', text: name },
    ],
    heard({ kind, answers, member, body }) {
      if (kind === 'answer' && answers === firstSerial + 1) tell(body.number() !== 0);
      if (kind === 'signal' && member === 'NameOwnerChanged' && body.string() === name) {
        body.string();
        tell(body.string() !== '');
      }
    },
    gone: () => tell(false),
  });
}
