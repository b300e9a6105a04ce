import { type Display, startDisplay } from '../../../scripts/desktop/display.mjs';
import { startSession } from '../../../scripts/desktop/session.mjs';
import { test as base } from './fixtures';

/** For tests of what nobody may have touched before: the keyboard, the clipboard, global shortcuts, the focus. */
export const test = base.extend<{ display: Display }>({
  display: async ({}, use) => {
    const display = await startDisplay();
    await use(display);
    await display.dispose();
  },
  session: async ({ display }, use) => {
    const session = await startSession({ display: display.name });
    await use(session);
    await session.dispose();
  },
});
