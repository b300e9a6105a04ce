import type { Snapshot } from '#contract/snapshot';
import { section } from '../catalogue';
import { link, strong } from '../rich';

/** The first screens, and connecting an account. */
export const connectWords = section('connect', {
  welcome: 'Welcome to Latchkey',
  whatItIs:
    'It texts you one-time codes, verifies them, and has your recovery codes at hand when no text comes.',
  restoreInstead: ['Moved from another computer? ', link('Restore'), ' from a backup or a kit.'],
  codesInstead: ['No account, just recovery codes? ', link('Keep codes'), ' of any site.'],
  noneConnected: 'Codes are verified at a service, and none is connected here yet.',
  addAccount: 'Add an account',

  practice: 'Try it with the practice service',
  practiceMore: 'Runs on this computer with a phone of its own. No sign-up, nothing to type.',
  own: 'Connect your service',
  /** By what unlocks Latchkey: tokens lie in the keychain, or sealed by the passphrase. */
  ownMore: {
    keychain: 'With its address and an API token, which goes into your keychain.',
    passphrase: 'With its address and an API token, which is sealed by your passphrase.',
  } satisfies Record<Snapshot['lock']['by'], string>,

  labelExample: 'Work',
  serviceUrl: 'Service URL',
  serviceUrlExample: 'https://',
  knownServices: 'Known services',
  presets: {
    local: ['On this computer ', strong('(http://127.0.0.1:8787)')],
  },
  kept: {
    keychain: 'Kept in the keychain of this computer.',
    passphrase: 'Kept on this computer, sealed by your passphrase.',
  } satisfies Record<Snapshot['lock']['by'], string>,
  advanced: 'Advanced',
  bearer: 'Put “Bearer” before the token',
  connect: 'Connect',
  connecting: 'Connecting',

  nothingSaved: 'Nothing was saved. Check the service URL.',
  saveAnyway: 'Save anyway',
  destination: 'The token goes to this address only:',
  otherLetters: '“xn--” stands for letters of another script. They can look like ones that you know.',
  fromBackup:
    'It may come from a backup or a kit. Check that it is your service’s before a token goes there.',
  confirmDestination: 'Yes, send the token to this address',
});
