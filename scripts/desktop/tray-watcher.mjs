import { Message, MessageType, NameFlag, sessionBus, Variant } from '@jellybrick/dbus-next';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';

/**
 * Where a tray's icon is to be spoken to.
 * @typedef {{ service: string, path: string }} Item
 */

/**
 * Whether a panel shows the icons. `unsaid`: the watcher is one that does not know the question.
 * @typedef {'shown' | 'not-shown' | 'unsaid'} Panel
 */

/** The part of a Linux desktop with which tray icons register: StatusNotifierWatcher, spoken to over D-Bus alone. */
export class TrayWatcher {
  #bus;
  #panel;
  /** @type {Item[]} */
  #items = [];
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * @param {import('@jellybrick/dbus-next').MessageBus} bus
   * @param {Panel} panel
   */
  constructor(bus, panel) {
    this.#bus = bus;
    this.#panel = panel;
    bus.addMethodHandler((message) => this.#answer(message));
    bus.on('message', (message) => this.#notice(message));
  }

  /**
   * Starts one on the session bus of an environment.
   * @param {NodeJS.ProcessEnv} env
   * @param {Panel} [panel]
   * @returns {Promise<TrayWatcher>}
   */
  static async start(env, panel = 'shown') {
    const bus = sessionBus({ busAddress: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
    const watcher = new TrayWatcher(bus, panel);
    await bus.requestName(watcherName, NameFlag.DO_NOT_QUEUE);
    const rule = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'";
    const place = { service: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    await watcher.call(place, 'org.freedesktop.DBus', 'AddMatch', 's', [rule]);
    return watcher;
  }

  /** It is gone, as after a crash. */
  stop() {
    this.#bus.disconnect();
  }

  /**
   * A panel comes, or goes.
   * @param {'shown' | 'not-shown'} panel
   */
  setPanel(panel) {
    this.#panel = panel;
    const member = panel === 'shown' ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered';
    this.#bus.send(Message.newSignal(watcherPath, watcherName, member, '', []));
  }

  /** How many icons are registered. */
  get count() {
    return this.#items.length;
  }

  /** The icon that registered last. */
  get newest() {
    const item = this.#items.at(-1);
    if (!item) throw new Error('no item is shown');
    return item;
  }

  /** Resolves when an icon has come or gone. */
  async change() {
    await new Promise((resolve) => this.#waiting.add(() => resolve(null)));
  }

  /**
   * Calls a method on the bus.
   * @param {Item} place
   * @param {string} face the interface
   * @param {string} member
   * @param {string} signature of the body
   * @param {unknown[]} body
   * @returns {Promise<unknown[]>}
   */
  async call({ service, path }, face, member, signature, body) {
    const asked = new Message({ destination: service, path, interface: face, member, signature, body });
    return (await this.#bus.call(asked))?.body ?? [];
  }

  /**
   * What an item, or a panel's other parts, ask the watcher. Gives whether that was for us.
   * @param {Message} message
   */
  #answer(message) {
    if (message.path !== watcherPath) return false;
    if (message.member === 'RegisterStatusNotifierItem') this.#register(message);
    const [, name] = /** @type {[string, string]} */ (message.body);
    /** @type {Partial<Record<string, Variant>>} */
    const told = {
      IsStatusNotifierHostRegistered:
        this.#panel === 'unsaid' ? undefined : new Variant('b', this.#panel === 'shown'),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant(
        'as',
        this.#items.map(({ service, path }) => service + path),
      ),
    };
    const value = message.member === 'Get' ? told[name] : undefined;
    if (value) this.#bus.send(Message.newMethodReturn(message, 'v', [value]));
    else if (message.member === 'Get')
      this.#bus.send(
        Message.newError(message, 'org.freedesktop.DBus.Error.UnknownProperty', 'no such thing'),
      );
    else this.#bus.send(Message.newMethodReturn(message, '', []));
    return true;
  }

  /**
   * An item names its service, or its path on the connection that it speaks from.
   * @param {Message} message
   */
  #register({ body, sender }) {
    const [named] = /** @type {[string]} */ (body);
    const isPath = named.startsWith('/');
    this.#items.push({
      service: isPath ? sender : named,
      path: isPath ? named : '/StatusNotifierItem',
    });
    this.#tell();
  }

  /**
   * Whoever leaves the bus shows nothing any more.
   * @param {Message} message
   */
  #notice({ type, member, body }) {
    if (type !== MessageType.SIGNAL || member !== 'NameOwnerChanged') return;
    const [name, , owner] = /** @type {[string, string, string]} */ (body);
    const place = this.#items.findIndex(({ service }) => service === name);
    if (owner !== '' || place < 0) return;
    this.#items.splice(place, 1);
    this.#tell();
  }

  #tell() {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}
