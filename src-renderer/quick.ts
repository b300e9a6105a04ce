import { mount } from 'svelte';
import { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';
import type { NumberedSnapshot } from '#contract/snapshot-patches';
import { backend, onQuickVerify, onSnapshot } from './backend';
import Failure from './parts/common/Failure.svelte';
import QuickVerify from './QuickVerify.svelte';
import { showWork } from './parts/common/show-work';
import { Attempt } from './state/attempt.svelte';
import { onPassphrase } from './parts/passphrase/on-passphrase';
import { speakAsAsked } from './speak-as-asked';
import { Clock } from './state/clock.svelte';
import { KeptCode } from './state/verify/kept-code.svelte';
import { Lockable } from './state/lock/lockable.svelte';
import { QuickVerifyState } from './state/verify/quick-verify.svelte';
import './theme.css';
import './base.css';
import './controls.css';
import './quick.css';

const clock = new Clock();
const kept = new KeptCode();

function start(first: NumberedSnapshot): void {
  const make = (snapshot: Snapshot): QuickVerifyState => {
    const quick = new QuickVerifyState(backend, snapshot);
    quick.goOnWith(kept.take());
    // It had the focus before it listened.
    void quick.focused();
    return quick;
  };
  const lockable = new Lockable(backend, first, make, (quick) => quick.closed());
  onSnapshot(first, (snapshot) => lockable.replaceSnapshot(snapshot));
  const closing = new Attempt();
  showWork(document.body);
  // Nothing depends on it: without an answer the passphrase only takes a moment longer.
  onPassphrase(document.body, () => void backend.expectPassphrase({}).catch(() => undefined));
  const close = (): void => void closing.run(() => backend.closeQuickVerify({}));
  mount(QuickVerify, { target: document.body, props: { lockable, kept, close, clock } });
  onQuickVerify(({ now }) => {
    const quick = lockable.contents;
    if (now === 'opened') {
      quick?.opened();
      document.querySelector('input')?.focus();
    } else if (now === 'linked') quick?.linked();
    else if (now === 'focused') void quick?.focused();
    else if (quick) quick.closed();
    else {
      lockable.unlocking.leave();
      kept.take();
    }
  });
}

/** Without a first snapshot there is nothing to show but why. */
function giveUp(error: unknown): void {
  const failure = error instanceof AppError ? error : new AppError('bug');
  mount(Failure, { target: document.body, props: { failure, clock } });
}

speakAsAsked()
  .then(() => backend.readSnapshot({}))
  .then(start, giveUp);
