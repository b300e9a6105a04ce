import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { aSet } from '../backup/content/documents';
import { setUpIn, stick } from '../backup/folders/backup-world';
import { codes, passphrase } from '../lock/lock-world';
import { appWithAccount, serviceUrl, snapshotOf, token } from '../story';
import { openedVault } from '../vault/opened-vault';
import { carried, firstText } from './carried-vault';
import { chooseFile, open } from './restore-world';

const ledger = { id: '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f', label: 'Work', sets: [aSet(codes)] };

/** The text of a vault that asks for a passphrase. */
async function passphraseVault({ sealer, vaultFile, vaultKeyFile }: World): Promise<string> {
  const key = await sealer.openWithPassphrase(passphrase, vaultKeyFile.sealed ?? new Uint8Array());
  const [identity = ''] = /AGE-SECRET-KEY-1\w+/.exec(key) ?? [];
  return sealer.openWith(identity, vaultFile.sealed ?? new Uint8Array());
}

describe('the vault of another computer', () => {
  it('brings its accounts without their tokens, for addresses that nobody has confirmed here', async () => {
    const { from, world } = await carried(['vault.age', 'vault-key.age']);
    const { accountId } = from;
    expect(await passphraseVault(from)).toContain(token);
    await chooseFile(world, 'vault.age');
    expect(await open(world, passphrase).then(() => world.backend.restore({ take: [0] }))).toMatchObject({
      ledgers: 1,
      accounts: 1,
    });
    for (const one of [world, makeApp(world)]) {
      const { accounts, activeAccountId } = await snapshotOf(one);
      expect(accounts).toMatchObject([
        { serviceUrl, token: 'missing', session: null, addressConfirmed: false },
      ]);
      expect(activeAccountId).toBe(accountId);
      expect(await codeOf(one.backend.fetchRecoveryCodes({ accountId }))).toBe('token-missing');
      expect(await codeOf(one.backend.replaceToken({ accountId, token }))).toBe('address-unconfirmed');
      expect(one.http.calls).toEqual([]);
    }
    expect(JSON.stringify(await openedVault(world))).not.toContain(token);
    expect([...world.secrets.entries.values()].join()).not.toContain(token);
  });

  it('brings nothing else of that computer: no folder, no lock, no practice account', async () => {
    const from = await appWithAccount();
    from.practice.url = serviceUrl;
    await from.backend.addPracticeAccount({});
    await setUpIn(from, '/mnt/theirs');
    await from.backend.setLockAfter({ afterIdle: 60 });
    await from.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    const { world } = await carried(undefined, from);
    const before = (await snapshotOf(world)).lock;
    await chooseFile(world, 'vault.age');
    const { ledgers } = await open(world, passphrase);
    await world.backend.restore({ take: [...ledgers.keys()] });
    const { accounts, handKept, backups, lock } = await snapshotOf(world);
    expect(accounts).toMatchObject([{ id: from.accountId, label: 'Work', recovery: null, kind: 'own' }]);
    expect([handKept, backups, lock]).toEqual([[], null, before]);
  });

  it('of the first version brings its codes, for its accounts lie elsewhere', async () => {
    const world = makeApp();
    const vaultKey = await world.sealer.newIdentity();
    const text = firstText([ledger]);
    world.files.make(stick, {
      'vault.age': await world.sealer.sealTo(await world.sealer.recipientOf(vaultKey), text),
      'vault-key.age': await world.sealer.sealWithPassphrase(passphrase, `${vaultKey}\n`, 'armored'),
    });
    await chooseFile(world, 'vault.age');
    expect((await open(world, passphrase)).ledgers).toMatchObject([
      { label: 'Work', serviceUrl: null, kind: 'only-there', codes: 2 },
    ]);
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 0 });
    const { accounts, handKept } = await snapshotOf(world);
    expect([accounts, handKept.map(({ id, label }) => [id, label])]).toEqual([[], [[ledger.id, 'Work']]]);
  });
});
