import { mount } from 'svelte';
import { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';
import App from './App.svelte';
import { backend, onCommand, onSnapshot } from './backend';
import Failure from './parts/Failure.svelte';
import { refuseDrops } from './parts/drops';
import { keepFocus } from './parts/focus';
import { followCommands } from './parts/follow-commands';
import { Clock } from './state/clock.svelte';
import { screenIn } from './state/screens';
import { WindowState } from './state/window.svelte';
import './theme.css';
import './base.css';
import './controls.css';
import './print.css';

const clock = new Clock();

function start(first: Snapshot): void {
  // The address knows the screen, so that it comes back where the page is loaded anew.
  const latchkey = new WindowState(backend, first, screenIn(location.hash), (screen) =>
    history.replaceState(null, '', `#${screen}`),
  );
  onSnapshot((snapshot) => latchkey.replaceSnapshot(snapshot));
  followCommands(latchkey, onCommand);
  window.addEventListener('focus', () => latchkey.lookAgain());
  keepFocus(document.body);
  refuseDrops(window);
  mount(App, { target: document.body, props: { latchkey, clock } });
}

/** Without a first snapshot there is nothing to show but why. */
function giveUp(error: unknown): void {
  const failure = error instanceof AppError ? error : new AppError('bug');
  mount(Failure, { target: document.body, props: { failure, clock } });
}

backend.readSnapshot({}).then(start, giveUp);
