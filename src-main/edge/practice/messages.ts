import type { PracticeMessage } from '../../core/ports/practice';

/** What Latchkey tells the practice service's process. */
export interface ToPractice {
  readonly allowToken: string;
}

/** What the practice service's process tells Latchkey. */
export type FromPractice =
  | { readonly told: 'listening'; readonly url: string }
  | { readonly told: 'allowed' }
  | { readonly told: 'messages'; readonly messages: readonly PracticeMessage[] };
