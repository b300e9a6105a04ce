import { mount } from 'svelte';
import { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';
import { backend, onQuickVerify, onSnapshot } from './backend';
import Failure from './parts/Failure.svelte';
import QuickVerify from './QuickVerify.svelte';
import { Clock } from './state/clock.svelte';
import { QuickVerifyState } from './state/quick-verify.svelte';
import './theme.css';
import './base.css';
import './controls.css';
import './quick.css';

const clock = new Clock();

function start(first: Snapshot): void {
  const quick = new QuickVerifyState(backend, first);
  onSnapshot((snapshot) => quick.replaceSnapshot(snapshot));
  mount(QuickVerify, { target: document.body, props: { quick, clock } });
  onQuickVerify(({ now }) => {
    if (now === 'opened') {
      quick.opened();
      document.querySelector('input')?.focus();
    } else if (now === 'focused') void quick.focused();
    else quick.closed();
  });
  // It had the focus before it listened.
  void quick.focused();
}

/** Without a first snapshot there is nothing to show but why. */
function giveUp(error: unknown): void {
  const failure = error instanceof AppError ? error : new AppError('bug');
  mount(Failure, { target: document.body, props: { failure, clock } });
}

backend.readSnapshot({}).then(start, giveUp);
