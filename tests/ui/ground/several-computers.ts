import { writeDocument } from '../../../src-main/core/backup/content/document';
import { type BackedUp, undescribed } from '../../../src-main/core/records/backed-up';
import { FakeSealer } from '../../fakes/fake-sealer';
import type { MemoryFiles } from '../../fakes/memory-files';

/** What opens them. */
export const passphrase = 'six words of my own';
const at = Date.UTC(2025, 10, 23);
const computers = [1, 2].map((number) => `${String(number).repeat(8)}-1111-4111-8111-111111111111`);

const list = (number: number, label: string, codes: readonly string[]): BackedUp => ({
  ...undescribed,
  id: `7d8b4a51-3a2c-4f0e-9a55-00000000000${number}`,
  label,
  serviceUrl: null,
  tokenPrefix: '',
  sets: [
    {
      ...{ name: 'K7-4QD', fetchedAt: at, replacedAt: null },
      codes: codes.map((code) => ({ code, state: 'unused' as const, at: null, note: '' })),
    },
  ],
});

/** A folder with the backups of two computers, one that was renamed, one that did not come, and one that is damaged. */
export async function fillWithSeveral(files: MemoryFiles): Promise<void> {
  const sealer = new FakeSealer();
  const seal = (madeAt: number, computer: string | null, accounts: readonly BackedUp[]) =>
    sealer.sealTo('age1fake0007', writeDocument({ madeAt, computer, accounts }));
  const [one = null, two = null] = computers;
  const bank = list(1, 'Bank', ['aaaa-1111', 'aaaa-2222']);
  files.make('/sync', {
    'latchkey-key.age': await sealer.sealWithPassphrase(passphrase, 'AGE-SECRET-KEY-1FAKE0007\n', 'armored'),
    'latchkey-backup-20251123T000000000Z.age': await seal(at, one, [
      bank,
      list(2, 'Library card', ['bbbb-1111']),
    ]),
    'latchkey-backup-20251124T000000000Z (1).age': await seal(at + 1_000, one, [bank]),
    'latchkey-backup-20251125T000000000Z.age': await seal(at + 2_000, two, [
      list(3, 'Mail', ['cccc-1111', 'cccc-2222']),
    ]),
    'latchkey-backup-20251126T000000000Z.age': new Uint8Array(),
    'latchkey-backup-20251127T000000000Z.age': new TextEncoder().encode('fake-age age1fake0007\nYQ=='),
  });
}

/** A kit that somebody wrote by hand, with mistakes in it. */
export const kitByHand = (): Promise<Uint8Array> =>
  new FakeSealer().sealWithPassphrase(
    passphrase,
    JSON.stringify({
      format: 'latchkey-backup',
      schema: 1,
      accounts: [
        { label: 'Bank', sets: [{ codes: [{ code: 'aaaa-1111' }, { code: 'aaaa-2222', state: 'spent' }] }] },
        { label: 'Shop', serviceUrl: 'shop', sets: [] },
      ],
    }),
    'armored',
  );
