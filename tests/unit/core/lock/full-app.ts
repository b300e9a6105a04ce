import { rowsOf } from '../../../app/rows-of';
import { json } from '../../../fakes/fake-http';
import type { Fakes } from '../../../app/make-app';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { disk, passphrase as backupPassphrase, setUpIn } from '../backup/folders/backup-world';
import { openKit } from '../restore/restore-world';
import { appWithAccount, appWithCodes, ofLedger, restart, type Story, verify, whoAmI } from '../story';
import { damaged, identity, oldIdentityEntry, sealedWith } from '../vault/vault-world';
import { codes, passphrase } from './lock-world';

const session = 'session-token-of-work';
const note = 'note on a code';
const kitCode = 'kkkkk-77777';
const byHand = 'hhhhh-88888';
const removed = 'rrrrr-22222';
const phoneCode = '604913';
const service = 'https://api.work.test/v1';

/** What nobody may see of it while it is locked. */
export const names = {
  label: 'Label of work',
  labelByHand: 'Label by hand',
  service,
  folder: disk,
  phone: '"phoneEnding":"58"',
  practicePhone: '+1 555 0100',
  phoneCode,
  shortcut: 'Alt+Shift+L',
};

/** Every text that is a secret: what a lock has everyone drop. */
export const secretsOf = ({ secrets }: Fakes): string[] => [
  ...codes,
  byHand,
  removed,
  kitCode,
  note,
  session,
  backupPassphrase,
  passphrase,
  ...secrets.entries.values(),
  'AGE-SECRET-KEY-1',
];

/** An app with everything that it can have, and something to hide in every field of its snapshot. */
export async function fullApp(lockBy: 'keychain' | 'passphrase'): Promise<Story> {
  const first = await appWithAccount({}, { label: names.label, serviceUrl: service });
  first.http.on('GET /user', json(200, { phone_number: names.practicePhone }));
  await appWithCodes(codes, first);
  await first.backend.noteOnRecoveryCode({ ...ofLedger(first), index: 1, note });
  await first.backend.addHandKept({ label: names.labelByHand, codes: rowsOf(`${byHand}\n${removed}`) });
  await first.backend.addPracticeAccount({});
  await first.backend.setShortcut({ shortcut: names.shortcut });
  if (lockBy === 'passphrase') {
    await first.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
  }
  await setUpIn(first, disk);
  await first.app.settled();
  const ended = damagedOnDisk(first);
  ended.secrets.entries.set(oldIdentityEntry, identity);
  // More than the vault was ever written, so that it passes for an older one.
  const { id } = JSON.parse(ended.profileFile.text ?? '{}') as { id: string };
  ended.secrets.entries.set(`vault-writes:${id}`, String(Number.MAX_SAFE_INTEGER - 1_000));
  ended.vaultFile.aside.push(await sealedWith(ended.sealer, 'Label aside'));
  const story = restart(ended);
  story.quickVerify.taken.add(names.shortcut);
  if (lockBy === 'passphrase') await story.backend.unlock({ passphrase });
  await story.app.warmUp();
  story.clock.pass(2_000);
  await story.app.writeCount.settle();
  await story.app.settled();
  await story.app.holdShortcut();
  await holdSecrets(story);
  await hideThings(story);
  return story;
}

/** The settings and the vault do not open, and their last good versions do. */
function damagedOnDisk(story: Story): Story {
  const { settingsFile, vaultFile } = story;
  settingsFile.backup = settingsFile.text;
  settingsFile.text = '{';
  const { sealed } = vaultFile;
  return { ...story, vaultFile: new MemoryVaultFile(sealed && damaged(sealed), sealed) };
}

/** Has everyone who can hold a secret hold one. */
async function holdSecrets(story: Story): Promise<void> {
  const { accountId } = story;
  story.http.on('POST /v1/user/otp/sms/receive', json(200, {}));
  story.http.on(whoAmI, json(200, { phone_number: '+44 20 7946 0958' }));
  await story.backend.requestCode({ accountId });
  story.http.on(verify('123456'), json(200, { token: session }));
  await story.backend.verifyCode({ accountId, code: '123456' });
  await openKit(story, [anAccount(9, [aSet([aCode(kitCode)])])]);
  const ledgerId = (await story.backend.readSnapshot({})).handKept[0]?.id ?? '';
  await story.backend.removeRecoveryCode({ ledgerId, index: 1 });
  await story.backend.copySessionToken({ accountId });
  await story.backend.revealRecoveryCodes(ofLedger(story));
}

/** Fills the fields that hold nothing by themselves. */
async function hideThings({ app, backend, practice, updates }: Story): Promise<void> {
  practice.tell([{ at: 1_700_000_000_000, to: names.practicePhone, code: phoneCode }]);
  updates.failing = { look: 'unreachable' };
  await backend.lookForUpdate({}).catch(() => undefined);
  await backend.lookAtStartAtLogin({});
  app.noteTrayFailure({ code: 'offline' });
  app.handFile({ folder: disk, name: 'handed.age' });
}
