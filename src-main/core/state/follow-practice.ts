import type { PracticeRunner } from '../ports/practice';
import type { State } from './state';

/** Tells what the practice service texts, and that it has stopped. */
export function followPractice(state: State, practice: PracticeRunner): void {
  practice.onMessages((messages) => {
    state.practice = { ...state.practice, messages };
    state.announce();
  });
  practice.onStopped(() => {
    state.practice = { ...state.practice, url: null };
    state.announce();
  });
}
