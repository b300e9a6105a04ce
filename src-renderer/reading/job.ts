import type { ErrorCode } from '#contract/errors';

/** What the worker is asked for, once: a new one is started for each file, and ends with it. */
export interface Job {
  readonly want: 'text' | 'qr-codes';
  readonly kind: 'pdf' | 'picture' | 'html';
  readonly bytes: ArrayBuffer;
}

/** What it tells: that it goes on, codes as they are found, and how it ends. */
export type Told =
  | { readonly is: 'going-on' }
  | { readonly is: 'codes'; readonly texts: readonly string[] }
  | { readonly is: 'done'; readonly text: string }
  | { readonly is: 'failed'; readonly code: ErrorCode };
