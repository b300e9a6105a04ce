import type { WebContents } from 'electron';
import { InOrder } from '../../core/turns/in-order';

/** Belongs to no site, so Chromium ends the process of whatever page was there before, and takes another for the next. */
const nowhere = 'about:blank';

/** How often the page is asked for, where its new process crashes or the loading is broken off. */
const tries = 3;

/**
 * The page of a window, which can be loaded anew in a process of its own: what was typed and shown lies in the memory of
 * the old one until that is written over, and the strings of a page cannot be wiped. The window stays as it is.
 *
 * Not by a crash: it would count as one, and it takes what is being printed or asked in a dialog along.
 */
export class FreshPage {
  readonly #contents: WebContents;
  readonly #turns = new InOrder();

  constructor(contents: WebContents) {
    this.#contents = contents;
  }

  /** Ends its process and loads it, with its address, in another. Never rejects. */
  renew(): Promise<void> {
    return this.#turns.run(async () => {
      const contents = this.#contents;
      await loaded(contents);
      // One that crashed has no memory left; it is brought back when somebody wants it.
      if (contents.isDestroyed() || contents.isCrashed()) return;
      const address = contents.getURL();
      await load(contents, nowhere);
      for (let turn = 0; turn < tries && isElsewhere(contents, address); turn += 1)
        await load(contents, address);
      // A mouse has a button that leads back, and there is nothing there.
      if (!contents.isDestroyed()) contents.navigationHistory.clear();
    });
  }
}

const isElsewhere = (contents: WebContents, address: string): boolean =>
  !contents.isDestroyed() && contents.getURL() !== address;

async function load(contents: WebContents, address: string): Promise<void> {
  if (contents.isDestroyed()) return;
  // It is broken off when the window is closed, and when a crash has it loaded anew.
  await contents.loadURL(address).catch(() => undefined);
}

/** Resolves when nothing is being loaded: to break that off would be an error of whoever asked for it. */
async function loaded(contents: WebContents): Promise<void> {
  if (contents.isDestroyed() || !contents.isLoadingMainFrame()) return;
  await new Promise<void>((resolve) => {
    const ends = ['did-stop-loading', 'render-process-gone', 'destroyed'] as const;
    for (const end of ends) contents.once(end as 'destroyed', resolve);
  });
}
