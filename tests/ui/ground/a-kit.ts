import { type BackedUp, undescribed } from '../../../src-main/core/records/backed-up';
import type { RecoveryCode } from '../../../src-main/core/records/recovery-code';
import { writeDocument } from '../../../src-main/core/backup/content/document';
import { FakeSealer } from '../../fakes/fake-sealer';
import { RestorePage } from '../../pages/restore-page';
import { test } from './fixtures';

/** For tests that restore. */
export const restoring = test.extend<{ restoring: RestorePage }>({
  restoring: async ({ page }, use) => use(new RestorePage(page)),
});
/** What opens the kit. */
export const passphrase = 'six words of my own';
export const at = Date.UTC(2026, 10, 23);

/** An account without codes. */
export const work: BackedUp = {
  ...undescribed,
  id: null,
  label: 'Work',
  serviceUrl: 'https://api.example.com/v1',
  tokenPrefix: '',
  sets: [],
};
export const aSet = { name: 'K7-4QD', fetchedAt: at, replacedAt: null };
export const aCode = (code: string): RecoveryCode => ({ code, state: 'unused', at: null, note: '' });
const bank: BackedUp = {
  ...work,
  label: 'Bank',
  serviceUrl: null,
  sets: [
    {
      ...aSet,
      codes: ['abcd-efgh', 'ijkl-mnop', 'qrst-uvwx'].map((code, place) => ({
        code,
        state: place === 0 ? 'used' : 'unused',
        at: place === 0 ? at : null,
        note: '',
      })),
    },
  ],
};

/** A kit as Latchkey writes it, with an account and codes of a bank. */
export const aKit = (): Promise<Uint8Array> =>
  new FakeSealer().sealWithPassphrase(
    passphrase,
    writeDocument({ madeAt: at, computer: null, accounts: [work, bank] }),
    'armored',
  );
