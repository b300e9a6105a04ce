import { Message, type MessageBus, MessageType, NameFlag, sessionBus, Variant } from '@jellybrick/dbus-next';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';
const properties = 'org.freedesktop.DBus.Properties';

/** An entry of a tray's menu as a desktop's panel reads it. */
export interface MenuEntry {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  /** Null for an entry that is no choice. */
  readonly checked: boolean | null;
}

interface Item {
  readonly service: string;
  readonly path: string;
}

type Layout = [id: number, properties: Record<string, Variant>, children: Variant<Layout>[]];

/** The part of a Linux desktop that shows trays: StatusNotifierWatcher and host, spoken to over D-Bus alone. */
export class TrayHost {
  readonly #bus: MessageBus;
  readonly #items: Item[] = [];

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    bus.addMethodHandler((message: Message) => this.#answer(message));
    bus.on('message', (message: Message) => this.#notice(message));
  }

  /** Starts one on the session bus of an environment. */
  static async start(env: NodeJS.ProcessEnv): Promise<TrayHost> {
    const bus = sessionBus({ busAddress: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
    const host = new TrayHost(bus);
    await bus.requestName(watcherName, NameFlag.DO_NOT_QUEUE);
    await host.#call(
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus',
      'AddMatch',
      's',
      ["type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"],
    );
    return host;
  }

  /** The panel is gone, as after a crash. */
  stop(): void {
    this.#bus.disconnect();
  }

  /** How many items are shown. */
  get shown(): number {
    return this.#items.length;
  }

  /** The menu from top to bottom, without lines. */
  async menu(): Promise<MenuEntry[]> {
    const [, layout] = await this.#askMenu<[number, Layout]>('GetLayout', 'iias', [0, -1, []]);
    return layout[2]
      .map(({ value: [id, told] }) => ({ id, told }))
      .filter(({ told }) => told['type']?.value !== 'separator')
      .map(({ id, told }) => ({
        id,
        label: typeof told['label']?.value === 'string' ? told['label'].value : '',
        enabled: told['enabled']?.value !== false,
        checked: told['toggle-type'] ? told['toggle-state']?.value === 1 : null,
      }));
  }

  /** Clicks the entry whose label begins like this. */
  async click(label: string): Promise<void> {
    const entry = (await this.menu()).find((one) => one.label.startsWith(label));
    if (!entry) throw new Error(`the menu has no ${label}`);
    const never = new Variant('s', '');
    await this.#askMenu('Event', 'isvu', [entry.id, 'clicked', never, 0]);
  }

  /** A click on the icon itself. */
  async activate(): Promise<void> {
    const { service, path } = this.#item();
    await this.#call(service, path, itemInterface, 'Activate', 'ii', [0, 0]);
  }

  async tooltip(): Promise<string> {
    const [, , title, text] = await this.#property<[string, unknown, string, string]>('ToolTip');
    return [title, text].filter(Boolean).join('\n');
  }

  /** The icon's picture: its size, and its pixels in ARGB. */
  async icon(): Promise<{ width: number; height: number; pixels: Buffer }> {
    const [first] = await this.#property<[number, number, Buffer][]>('IconPixmap');
    if (!first) throw new Error('the item has no picture');
    return { width: first[0], height: first[1], pixels: Buffer.from(first[2]) };
  }

  #item(): Item {
    const item = this.#items.at(-1);
    if (!item) throw new Error('no item is shown');
    return item;
  }

  async #askMenu<T>(member: string, signature: string, body: unknown[]): Promise<T> {
    const { service } = this.#item();
    const path = await this.#property<string>('Menu');
    return (await this.#call(service, path, menuInterface, member, signature, body)) as T;
  }

  async #property<T>(name: string): Promise<T> {
    const { service, path } = this.#item();
    const body = await this.#call(service, path, properties, 'Get', 'ss', [itemInterface, name]);
    return (body[0] as Variant<T>).value;
  }

  async #call(
    destination: string,
    path: string,
    face: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<unknown[]> {
    const asked = new Message({ destination, path, interface: face, member, signature, body });
    return (await this.#bus.call(asked))?.body ?? [];
  }

  /** What an item, or a panel's other parts, ask the watcher. Gives whether that was for us. */
  #answer(message: Message): boolean {
    if (message.path !== watcherPath) return false;
    if (message.member === 'RegisterStatusNotifierItem') this.#register(message);
    const [, name] = message.body as [string, string];
    const told: Partial<Record<string, Variant>> = {
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

  /** An item names its service, or its path on the connection that it speaks from. */
  #register({ body, sender }: Message): void {
    const [named] = body as [string];
    const isPath = named.startsWith('/');
    this.#items.push({
      service: isPath ? sender : named,
      path: isPath ? named : '/StatusNotifierItem',
    });
  }

  /** Whoever leaves the bus shows nothing any more. */
  #notice({ type, member, body }: Message): void {
    if (type !== MessageType.SIGNAL || member !== 'NameOwnerChanged') return;
    const [name, , owner] = body as [string, string, string];
    const place = this.#items.findIndex(({ service }) => service === name);
    if (owner === '' && place >= 0) this.#items.splice(place, 1);
  }
}
