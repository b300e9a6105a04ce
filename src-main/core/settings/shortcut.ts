import * as v from 'valibot';
import { AppError } from '#contract/errors';
import { shortcut as shortcutSchema } from '#contract/shortcut';
import type { QuickVerify } from '../ports/shell/quick-verify';
import type { State } from '../state/state';

interface Parts {
  readonly state: State;
  readonly quickVerify: QuickVerify;
}

/**
 * Chooses what opens quick verify from anywhere.
 *
 * @param shortcut as #contract/shortcut writes it; empty to switch it off
 * @throws AppError `shortcut-invalid`, `shortcut-taken`; as State.change
 */
export async function changeShortcut({ state, quickVerify }: Parts, shortcut: string): Promise<void> {
  const wanted = shortcut === '' ? null : shortcut;
  if (wanted !== null && !v.is(shortcutSchema, wanted)) throw new AppError('shortcut-invalid');
  const before = state.settings.desktop.shortcut;
  if (!quickVerify.listenFor(wanted)) {
    holdShortcut({ state, quickVerify });
    throw new AppError('shortcut-taken');
  }
  try {
    await state.change((settings) => ({
      ...settings,
      desktop: { ...settings.desktop, shortcut: wanted },
    }));
  } catch (error) {
    quickVerify.listenFor(before);
    throw error;
  }
  foundShortcut(state, false);
}

/** Takes the shortcut of the settings; when another program holds it, the snapshot says so. */
export function holdShortcut({ state, quickVerify }: Parts): void {
  foundShortcut(state, !quickVerify.listenFor(state.settings.desktop.shortcut));
}

function foundShortcut(state: State, taken: boolean): void {
  if (state.shortcutTaken === taken) return;
  state.shortcutTaken = taken;
  state.announce();
}
