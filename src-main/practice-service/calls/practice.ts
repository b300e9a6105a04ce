import type { Reply } from '../http/reply';
import type { PracticeMessage } from '../service';
import type { StateStore } from '../state/state-store';

/** What the calls work on. */
export interface Practice {
  readonly store: StateStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sessionTokens: boolean;
  readonly wrongCodeStatus: 400 | 401;
  readonly deliver: (message: PracticeMessage) => void;
}

/** What a call may know of its request. */
export interface CallRequest {
  /** The `{otp}` of the path, still percent-encoded; '' where the path has none. */
  readonly otp: string;
  /** The header x-otp-token; '' when missing. */
  readonly otpToken: string;
}

/** One call of the API, asked for with a good token. */
export type Call = (practice: Practice, request: CallRequest) => Reply | Promise<Reply>;
