import { Variant } from '@jellybrick/dbus-next';
import { TrayWatcher } from './tray-watcher.mjs';

const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';
const properties = 'org.freedesktop.DBus.Properties';

/**
 * An entry of a tray's menu as a desktop's panel reads it.
 * @typedef {object} MenuEntry
 * @property {number} id
 * @property {string} label
 * @property {boolean} enabled
 * @property {boolean | null} checked null for an entry that is no choice
 *
 * @typedef {[id: number, properties: Record<string, Variant>, children: Variant<Layout>[]]} Layout
 */

/** A Linux desktop's panel with a tray: it takes icons in, reads their menus and clicks them. */
export class TrayHost {
  #watcher;

  /** @param {TrayWatcher} watcher */
  constructor(watcher) {
    this.#watcher = watcher;
  }

  /**
   * Starts one on the session bus of an environment.
   * @param {NodeJS.ProcessEnv} env
   * @param {import('./tray-watcher.mjs').Panel} [panel]
   * @returns {Promise<TrayHost>}
   */
  static async start(env, panel) {
    return new TrayHost(await TrayWatcher.start(env, panel));
  }

  /**
   * The part that shows icons comes, or goes; the part that takes them in stays.
   * @param {'shown' | 'not-shown'} panel
   */
  setPanel(panel) {
    this.#watcher.setPanel(panel);
  }

  /** The panel is gone, as after a crash. */
  stop() {
    this.#watcher.stop();
  }

  /** How many items are shown. */
  get shown() {
    return this.#watcher.count;
  }

  /**
   * Resolves as soon as so many items are shown.
   * @param {number} count
   */
  async untilShown(count) {
    while (this.shown !== count) await this.#watcher.change();
  }

  /**
   * The menu from top to bottom, without lines.
   * @returns {Promise<MenuEntry[]>}
   */
  async menu() {
    const asked = await this.#watcher.call(await this.#menuPlace(), menuInterface, 'GetLayout', 'iias', [
      0,
      -1,
      [],
    ]);
    const [, layout] = /** @type {[number, Layout]} */ (asked);
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

  /**
   * Clicks the entry whose label begins like this.
   * @param {string} label
   */
  async click(label) {
    const click = await this.find(label);
    await click();
  }

  /**
   * Finds the entry whose label begins like this, as a panel does when it opens the menu.
   * @param {string} label
   * @returns {Promise<() => Promise<void>>} clicks it
   */
  async find(label) {
    const entry = (await this.menu()).find((one) => one.label.startsWith(label));
    if (!entry) throw new Error(`the menu has no ${label}`);
    const place = await this.#menuPlace();
    const body = [entry.id, 'clicked', new Variant('s', ''), 0];
    return async () => {
      await this.#watcher.call(place, menuInterface, 'Event', 'isvu', body);
    };
  }

  /** A click on the icon itself. */
  async activate() {
    await this.#watcher.call(this.#watcher.newest, itemInterface, 'Activate', 'ii', [0, 0]);
  }

  /** @returns {Promise<string>} */
  async tooltip() {
    const told = /** @type {[string, unknown, string, string]} */ (await this.#property('ToolTip'));
    const [, , title, text] = told;
    return [title, text].filter(Boolean).join('\n');
  }

  /**
   * The icon's picture: its size, and its pixels in ARGB.
   * @returns {Promise<{ width: number, height: number, pixels: Buffer }>}
   */
  async icon() {
    const pictures = /** @type {[number, number, Buffer][]} */ (await this.#property('IconPixmap'));
    const [first] = pictures;
    if (!first) throw new Error('the item has no picture');
    return { width: first[0], height: first[1], pixels: Buffer.from(first[2]) };
  }

  async #menuPlace() {
    const path = /** @type {string} */ (await this.#property('Menu'));
    return { service: this.#watcher.newest.service, path };
  }

  /**
   * @param {string} name
   * @returns {Promise<unknown>}
   */
  async #property(name) {
    const item = this.#watcher.newest;
    const [value] = await this.#watcher.call(item, properties, 'Get', 'ss', [itemInterface, name]);
    return /** @type {Variant} */ (value).value;
  }
}
