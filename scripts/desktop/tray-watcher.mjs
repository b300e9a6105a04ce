import { Message, MessageType, NameFlag, sessionBus, Variant } from '@jellybrick/dbus-next';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';

/**
 * Where a tray's icon is to be spoken to.
 * @typedef {{ service: string, path: string }} Item
 */

/** The part of a Linux desktop with which tray icons register: StatusNotifierWatcher, spoken to over D-Bus alone. */
export class TrayWatcher {
  #bus;
  /** @type {Item[]} */
  #items = [];
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {import('@jellybrick/dbus-next').MessageBus} bus */
  constructor(bus) {
    this.#bus = bus;
    bus.addMethodHandler((message) => this.#answer(message));
    bus.on('message', (message) => this.#notice(message));
  }

  /**
   * Starts one on the session bus of an environment.
   * @param {NodeJS.ProcessEnv} env
   * @returns {Promise<TrayWatcher>}
   */
  static async start(env) {
    const bus = sessionBus({ busAddress: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
    const watcher = new TrayWatcher(bus);
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
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant(
        'as',
        this.#items.map(({ service, path }) => service + path),
      ),
    };
    const value = message.member === 'Get' ? told[name] : undefined;
    this.#bus.send(
      value ? Message.newMethodReturn(message, 'v', [value]) : Message.newMethodReturn(message, '', []),
    );
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
