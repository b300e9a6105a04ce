import { rowsOf } from '../../../../app/rows-of';
import { openBackupKey } from '../../../../../src-main/core/keys/sealed-identity';
import { writeSettings } from '../../../../../src-main/core/state/settings';
import { freshSettings } from '../../../../../src-main/core/state/settings';
import { makeApp, type World } from '../../../../app/make-app';
import { json } from '../../../../fakes/fake-http';
import { MemoryProfileFile } from '../../../../fakes/memory-profile-file';
import { insideVaultNow } from '../../accounts/kept-tokens';
import { ada, appWithCodes, newAccount, serviceUrl, token, verify, whoAmI } from '../../story';
import { type Computer, filesOf, type ProfileFiles, secondOf, startOn } from './profile-files';

const lockPassphrase = 'lantern pebble orbit';
export const backupPassphrase = 'correct horse battery';
export const folder = '/media/stick';
export const otherUrl = 'https://other.test/v1';
export const otherToken = 'token-of-grace-hopper';
export const session = 'session-token-of-ada';
export const codes = ['acdef-11111', 'acdef-22222', 'acdef-33333'];
export const byHand = ['mnop-5678', 'mnop-9012'];

/** A profile that somebody edits while Latchkey is closed. */
export interface Victim {
  readonly name: string;
  readonly computer: Computer;
  readonly files: ProfileFiles;
  /** As they were at earlier times. */
  readonly older: readonly ProfileFiles[];
  /** As they were before a passphrase was set, with a key that the first version left in the keychain for all profiles. */
  readonly unguarded: readonly ProfileFiles[];
  /** Of another profile of the same person, on the same computer. */
  readonly other: ProfileFiles;
  /** Null where the keychain opens it. */
  readonly passphrase: string | null;
  /** What backups are sealed to. */
  readonly recipient: string;
  readonly ids: { readonly work: string; readonly home: string; readonly list: string };
  /** The settings are an older version's: accounts and folders have to be said yes to. */
  readonly isFirst: boolean;
}

export const secondPlace = '/home/ada/second';
export const secondUrl = 'https://second.test/v1';
export const secondToken = 'token-of-the-second-profile';

/** Another profile on the same computer. */
async function besides({ secrets, sealer, random, clock }: Computer): Promise<ProfileFiles> {
  const profileFile = new MemoryProfileFile(secondPlace);
  const second = makeApp({ secrets, sealer, random, clock, profileFile });
  second.http.on(whoAmI, ada);
  const differs = { label: 'Second', serviceUrl: secondUrl, token: secondToken };
  await second.backend.addAccount(newAccount(differs));
  return filesOf(second);
}

const own = '9d897f0a-dc1c-4330-8292-59176011b3b6';

/** Two services with tokens, one of them with a session, codes, a list kept by hand, and a backup folder. */
async function livedIn(passphrase: string | null): Promise<Victim> {
  const world = makeApp();
  world.http
    .on(whoAmI, ada)
    .on('GET /user', ada)
    .on(verify('123456'), json(200, { token: session, expires_at: null }));
  const older = [filesOf(world)];
  const { accountId: work } = await world.backend.addAccount(newAccount());
  const { accountId: home } = await world.backend.addAccount(
    newAccount({ label: 'Home', serviceUrl: otherUrl, token: otherToken, tokenPrefix: 'Bearer' }),
  );
  await world.backend.addPracticeAccount({});
  await world.backend.verifyCode({ accountId: work, code: '123456' });
  older.push(filesOf(world));
  await appWithCodes(codes, { ...world, accountId: work });
  await world.backend.addHandKept({ label: 'By hand', codes: rowsOf(byHand.join('\n')) });
  const list = (await world.backend.readSnapshot({})).handKept[0]?.id ?? '';
  world.files.make(folder);
  world.dialogs.folder = folder;
  await world.backend.chooseBackupFolder({});
  await world.backend.setUpBackup({ passphrase: backupPassphrase });
  if (passphrase !== null) {
    await world.backend.setLockPassphrase({ passphrase: '', newPassphrase: 'the one of before' });
    await world.app.settled();
    older.push(filesOf(world));
    await world.backend.setLockPassphrase({ passphrase: 'the one of before', newPassphrase: passphrase });
  }
  older.push(filesOf(world));
  await world.backend.markRecoveryCode({ ledgerId: work, index: 0, state: 'used' });
  await world.app.settled();
  const key = await openBackupKey(
    world.sealer,
    world.files.folders.get(folder)?.get('latchkey-key.age') ?? new Uint8Array(),
    backupPassphrase,
  );
  const other = await besides(world);
  return {
    other,
    unguarded: [],
    name: passphrase === null ? 'opened by the keychain' : 'locked by a passphrase',
    computer: secondOf(world),
    files: filesOf(world),
    older,
    passphrase,
    recipient: key.recipient,
    ids: { work, home, list },
    isFirst: false,
  };
}

/** The same as Latchkey 0.1.0 left it: accounts and folders in the settings, names in the keychain that are nobody's. */
async function ofFirst(): Promise<Victim> {
  const { computer, files, ids, recipient, other } = await livedIn(null);
  const { secrets, sealer } = computer;
  const [identityEntry = '', identity = ''] =
    [...secrets.entries].find(([name]) => name.startsWith('vault-identity')) ?? [];
  secrets.entries.delete(identityEntry);
  for (const name of [...secrets.entries.keys()])
    if (/^(token|session):/.test(name) && secrets.entries.get(name)?.includes('second') === false)
      secrets.entries.delete(name);
  secrets.entries.set('vault-identity', identity);
  secrets.entries.set(`token:${ids.work}`, token);
  secrets.entries.set(`session:${ids.work}`, session);
  secrets.entries.set(`token:${ids.home}`, otherToken);
  secrets.entries.set(`token:${own}`, 'token-of-the-practice-service');
  const lying = startOn(secondOf(computer), files);
  const { local } = JSON.parse(insideVaultNow(lying)) as {
    readonly local: { readonly backups: NonNullable<typeof freshSettings.old>['backups'] };
  };
  const account = (id: string, differs: object) => ({
    ...{
      id,
      kind: 'own' as const,
      token: 'keychain' as const,
      session: null,
      recoveryInDoubt: false,
      sunset: null,
    },
    texts: { sentAt: null, waitUntil: null, asked: 0 },
    ...{ label: 'Work', serviceUrl, tokenPrefix: '' as const, addressConfirmed: true },
    ...differs,
  });
  const settings = writeSettings({
    ...freshSettings,
    old: {
      activeAccountId: ids.work,
      accounts: [
        account(ids.work, { session: { expiresAt: null, place: 'keychain' } }),
        account(ids.home, { label: 'Home', serviceUrl: otherUrl, tokenPrefix: 'Bearer' }),
        account(own, { label: 'Practice service', kind: 'practice', serviceUrl: '' }),
      ],
      backups: local.backups,
      checkReminderFor: null,
      afterIdle: 300,
    },
  });
  const listOf = (all: readonly string[]) =>
    all.map((code, place) => ({
      code,
      state: place === 0 && all === codes ? 'used' : 'unused',
      at: null,
      note: '',
    }));
  const set = (all: readonly string[]) => ({
    name: 'K7-4QD',
    fetchedAt: 1_000,
    replacedAt: null,
    codes: listOf(all),
  });
  const ledgers = [
    { id: ids.work, label: 'Work', sets: [set(codes)] },
    { id: ids.list, label: 'By hand', sets: [set(byHand)] },
  ];
  const seal = async (these: readonly object[]) =>
    sealer.sealTo(await sealer.recipientOf(identity), JSON.stringify({ schema: 1, ledgers: these }));
  const left: ProfileFiles = {
    ...{ settings, settingsBefore: settings, profile: null, profileBefore: null, key: null, nextKey: null },
    vault: await seal(ledgers),
    vaultBefore: await seal(ledgers.slice(0, 1)),
  };
  const older = [{ ...left, vault: await seal([]) }];
  return {
    name: 'of the first version',
    computer,
    files: left,
    older,
    passphrase: null,
    recipient,
    ids,
    isFirst: true,
    other,
    unguarded: [],
  };
}

/** The same after this version took it over and somebody said yes. */
async function takenOver(passphrase: string | null): Promise<Victim> {
  const first = await ofFirst();
  const computer = secondOf(first.computer);
  const world: World = startOn(computer, first.files);
  await world.backend.readSnapshot({});
  await world.backend.believeTakenOver({});
  await world.app.warmUp();
  await world.app.settled();
  const before = [first.files, filesOf(world)];
  if (passphrase !== null)
    await world.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
  const name = `taken over from the first version${passphrase === null ? '' : ', and locked since'}`;
  const isLocked = passphrase !== null;
  const earlier = { older: isLocked ? [] : before, unguarded: isLocked ? before : [] };
  return { ...first, ...earlier, name, computer, files: filesOf(world), passphrase, isFirst: false };
}

/** Every kind of profile. */
export const victims: Readonly<Record<string, () => Promise<Victim>>> = {
  'opened by the keychain': () => livedIn(null),
  'locked by a passphrase': () => livedIn(lockPassphrase),
  'of the first version': ofFirst,
  'taken over from the first version': () => takenOver(null),
  'taken over from the first version, and locked since': () => takenOver(lockPassphrase),
};
