import { describe, expect, it } from 'vitest';
import type { Backend } from '#contract/contract';
import { rowsOf } from '../../../app/rows-of';
import { everythingIn } from '../../../app/everything-in';
import { json } from '../../../fakes/fake-http';
import { appWithCodes, listCodes, renewCodes, restart, snapshotOf, type Story } from '../story';
import { damaged, identityEntryOf } from '../vault/vault-world';

const codes = ['acdef-34679', 'ghjkm-99999', 'fresh-11111', 'mnop-5678'];
const secrets = [...codes, 'AGE-SECRET-KEY'];

/** What the disk, the keychain or the sealing may do meanwhile. */
const troubles: [string, (story: Story) => unknown][] = [
  ['nothing', () => undefined],
  ['a full disk', ({ vaultFile }) => (vaultFile.full = true)],
  ['a disk that cuts files', ({ vaultFile }) => (vaultFile.stores = (sealed) => sealed.slice(1))],
  ['an unreadable file', ({ vaultFile }) => (vaultFile.unreadable = true)],
  ['a damaged file', ({ vaultFile }) => (vaultFile.sealed = damaged(vaultFile.sealed ?? new Uint8Array()))],
  ['a locked keychain', (story) => (story.secrets.trouble = 'locked')],
  ['another key', (story) => story.secrets.entries.set(identityEntryOf(story), 'AGE-SECRET-KEY-1OTHER')],
  ['no key that age knows', (story) => story.secrets.entries.set(identityEntryOf(story), 'acdef-34679')],
  ['a seal that quotes', ({ sealer }) => (sealer.sealTo = (_to, text) => Promise.reject(new Error(text)))],
];

const attempts: [string, (backend: Backend, id: string) => Promise<unknown>][] = [
  ['unlock', (backend) => backend.unlock({ passphrase: '' })],
  ['fetchRecoveryCodes', (backend, accountId) => backend.fetchRecoveryCodes({ accountId })],
  [
    'generateRecoveryCodes',
    (backend, accountId) => backend.generateRecoveryCodes({ accountId, withoutBackup: false }),
  ],
  ['copyRecoveryCode', (backend, ledgerId) => backend.copyRecoveryCode({ ledgerId, index: 0 })],
  ['useNextCode', (backend, ledgerId) => backend.useNextCode({ ledgerId })],
  [
    'markRecoveryCode',
    (backend, ledgerId) => backend.markRecoveryCode({ ledgerId, index: 0, state: 'used' }),
  ],
  [
    'noteOnRecoveryCode',
    (backend, ledgerId) => backend.noteOnRecoveryCode({ ledgerId, index: 1, note: 'x' }),
  ],
  ['addHandKept', (backend) => backend.addHandKept({ label: 'Bank', codes: rowsOf('mnop-5678') })],
  [
    'changeHandKept',
    (backend, ledgerId) => backend.changeHandKept({ ledgerId, label: 'x', codes: rowsOf('mnop-5678') }),
  ],
  ['removeHandKept', (backend, ledgerId) => backend.removeHandKept({ ledgerId })],
  ['removeRecoveryCode', (backend, ledgerId) => backend.removeRecoveryCode({ ledgerId, index: 1 })],
  [
    'correctRecoveryCode',
    (backend, ledgerId) => backend.correctRecoveryCode({ ledgerId, index: 1, code: 'mnop-5678' }),
  ],
  ['putBackRecoveryCode', (backend, ledgerId) => backend.putBackRecoveryCode({ ledgerId })],
];

describe.each(attempts)('%s', (_name, attempt) => {
  it.each(troubles)(
    'gives no code away in an error, a bug, a snapshot or the settings: %s',
    async (_what, trouble) => {
      const before = await appWithCodes(codes.slice(0, 2));
      before.http.on(listCodes, json(200, { recovery_codes: ['ghjkm-99999', 'fresh-11111'] }));
      before.http.on(renewCodes, json(200, { recovery_codes: ['fresh-11111'] }));
      const running = before;
      const starting = restart(before);
      for (const story of [running, starting]) {
        await trouble(story);
        const outcome = await attempt(story.backend, story.accountId).catch((error: unknown) => error);
        const told = [
          everythingIn(outcome),
          ...story.bugs.map(everythingIn),
          JSON.stringify([story.announced, await snapshotOf(story)]),
          story.settingsFile.text ?? '',
        ].join('\n');
        for (const secret of secrets) expect(told).not.toContain(secret);
        expect(story.announced.length, 'every announcement fits the contract').toBe(story.announcements());
      }
    },
  );
});
