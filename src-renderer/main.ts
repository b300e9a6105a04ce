import { mount } from 'svelte';
import { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';
import { backend, onSnapshot } from './backend';
import Failure from './parts/Failure.svelte';
import { refuseDrops } from './parts/drops';
import { keepFocus } from './parts/focus';
import Root from './Root.svelte';
import { Clock } from './state/clock.svelte';
import { Lockable } from './state/lockable.svelte';
import { railEntry, type Screen } from './state/screens';
import { WindowState } from './state/window.svelte';
import './theme.css';
import './base.css';
import './controls.css';
import './print.css';

const clock = new Clock();

function start(first: Snapshot): void {
  /** Where the person was when it was locked. */
  let screen: Screen = 'verify';
  const lockable = new Lockable(
    backend,
    first,
    (snapshot) => new WindowState(backend, snapshot, screen),
    (contents) => {
      screen = railEntry(contents.screen);
      contents.leave();
    },
  );
  onSnapshot((snapshot) => lockable.replaceSnapshot(snapshot));
  keepFocus(document.body);
  refuseDrops(window);
  mount(Root, { target: document.body, props: { lockable, clock } });
}

/** Without a first snapshot there is nothing to show but why. */
function giveUp(error: unknown): void {
  const failure = error instanceof AppError ? error : new AppError('bug');
  mount(Failure, { target: document.body, props: { failure, clock } });
}

backend.readSnapshot({}).then(start, giveUp);
