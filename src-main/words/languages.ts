import type { accountCodesWords } from './account-codes';
import type { accountsWords } from './accounts';
import type { codesWords } from './codes';
import type { commonWords } from './common';
import type { connectWords } from './connect';
import type { errorWords } from './errors';
import type { failureWords } from './failure';
import type { healthWords } from './health';
import type { keychainWords } from './keychain';
import type { otherCodesWords } from './other-codes';
import type { outcomeWords } from './outcome';
import type { quickVerifyWords } from './quick-verify';
import type { refusalsWords } from './refusals';
import type { remarksWords } from './remarks';
import type { vaultWords } from './vault';
import type { verifyWords } from './verify';

/** The whole catalogue. A second language is one file with `satisfies Catalogue`, handed to `speak`. */
export interface Catalogue {
  readonly 'account-codes': typeof accountCodesWords;
  readonly accounts: typeof accountsWords;
  readonly codes: typeof codesWords;
  readonly common: typeof commonWords;
  readonly connect: typeof connectWords;
  readonly errors: typeof errorWords;
  readonly failure: typeof failureWords;
  readonly health: typeof healthWords;
  readonly keychain: typeof keychainWords;
  readonly 'other-codes': typeof otherCodesWords;
  readonly outcome: typeof outcomeWords;
  readonly 'quick-verify': typeof quickVerifyWords;
  readonly refusals: typeof refusalsWords;
  readonly remarks: typeof remarksWords;
  readonly vault: typeof vaultWords;
  readonly verify: typeof verifyWords;
}
