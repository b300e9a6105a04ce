import { mount } from 'svelte';
import { AppError } from '#contract/errors';
import type { NumberedSnapshot } from '#contract/snapshot-patches';
import Root from './Root.svelte';
import { Lockable } from './state/lock/lockable.svelte';
import { backend, onCommand, onSnapshot } from './backend';
import Failure from './parts/common/Failure.svelte';
import { refuseDrops } from './parts/frame/drops';
import { holdFocus } from './parts/common/focus';
import { showWork } from './parts/common/show-work';
import { followCommands } from './parts/frame/follow-commands';
import { onPassphrase } from './parts/passphrase/on-passphrase';
import { speakAsAsked } from './speak-as-asked';
import { Clock } from './state/clock.svelte';
import { railEntry, type Screen, screenIn } from './state/screens';
import { WindowState } from './state/window.svelte';
import './theme.css';
import './base.css';
import './controls.css';
import './print.css';

const clock = new Clock();

function start(first: NumberedSnapshot): void {
  // The address knows the screen, so that it comes back when the page is loaded anew, and when it is unlocked.
  const note = (screen: Screen): void => history.replaceState(null, '', `#${screen}`);
  const lockable = new Lockable(
    backend,
    first,
    (snapshot) => new WindowState(backend, snapshot, screenIn(location.hash), note),
    (contents) => {
      note(railEntry(contents.screen));
      contents.leave();
    },
  );
  onSnapshot(first, (snapshot) => lockable.replaceSnapshot(snapshot));
  followCommands(lockable, onCommand);
  window.addEventListener('focus', () => lockable.contents?.lookAgain());
  holdFocus(document.body);
  showWork(document.body);
  refuseDrops(window);
  // Nothing depends on it: without an answer the passphrase only takes a moment longer.
  onPassphrase(document.body, () => void backend.expectPassphrase({}).catch(() => undefined));
  mount(Root, { target: document.body, props: { lockable, clock } });
}

/** Without a first snapshot there is nothing to show but why. */
function giveUp(error: unknown): void {
  const failure = error instanceof AppError ? error : new AppError('bug');
  mount(Failure, { target: document.body, props: { failure, clock } });
}

speakAsAsked()
  .then(() => backend.readSnapshot({}))
  .then(start, giveUp);
