import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../../src-main/core/store/view/view';
import { makeApp } from '../../../app/make-app';
import { snapshotOf, entriesOf } from '../story';
import { openedVault } from '../vault/opened-vault';
import { chooseFile, kitName, ledgerOf, open, putKit } from './restore-world';

const vector = (name: string) => readFile(path.join(import.meta.dirname, '../../../vectors', name), 'utf8');

describe('the files of schema 1', () => {
  it('are restored with everything in them', async () => {
    const world = makeApp();
    await putKit(world, await vector('backup-1.json'));
    await chooseFile(world, kitName);
    expect((await open(world)).madeAt).toBe(Date.parse('2026-11-23T10:11:12.345Z'));
    expect(await world.backend.restore({ take: [0, 1, 2] })).toMatchObject({ ledgers: 3, accounts: 2 });
    const { accounts, handKept } = await snapshotOf(world);
    const recovery = {
      name: 'K7-4QD',
      fetchedAt: Date.parse('2026-11-23T09:00:00Z'),
      replacedSets: 1,
    };
    const entries = [
      { state: 'unused', at: null, note: '' },
      { state: 'used', at: Date.parse('2026-11-23T09:18:31Z'), note: 'on the train' },
      { state: 'perhaps-used', at: Date.parse('2026-11-23T09:20:00Z'), note: '' },
      { state: 'gone', at: Date.parse('2026-11-23T09:30:00Z'), note: '' },
    ];
    expect(await entriesOf(world, accounts[0]?.id ?? '')).toMatchObject(entries);
    expect(accounts).toMatchObject([
      { label: 'Work', serviceUrl: 'https://api.example.com/v1', recovery },
      { label: 'Nothing yet', serviceUrl: 'https://other.example.com', recovery: null },
    ]);
    const kept = viewOf((await openedVault(world)).store);
    expect(kept.find(({ id }) => id === accounts[0]?.id)).toMatchObject({ tokenPrefix: 'Bearer' });
    expect(handKept).toMatchObject([{ label: 'Größe 🔑', recovery: { name: '00-ZZZ', fetchedAt: 0 } }]);
    expect(await ledgerOf(world, accounts[0]?.id ?? '')).toMatchObject({ replaced: [['older-11111']] });
  });

  it('are restored, too, when a person wrote the least of them', async () => {
    const world = makeApp();
    await putKit(world, await vector('backup-1-by-hand.json'));
    await chooseFile(world, kitName);
    expect((await open(world)).madeAt).toBeNull();
    expect(await world.backend.restore({ take: [0, 1] })).toMatchObject({ ledgers: 2, accounts: 1 });
    expect(await world.backend.restore({ take: [0, 1] })).toMatchObject({ ledgers: 2, accounts: 0 });
    const { accounts, handKept } = await snapshotOf(world);
    expect(accounts).toMatchObject([{ label: 'Mail', serviceUrl: 'https://mail.example.com' }]);
    expect(handKept).toMatchObject([
      { label: 'Bank', recovery: { name: expect.stringMatching(/^..-...$/) as unknown } },
    ]);
    expect((await ledgerOf(world, handKept[0]?.id ?? '')).codes).toEqual([
      ['abcd-1234', 'unused'],
      ['efgh-5678', 'unused'],
    ]);
  });
});

describe('the files of schema 2', () => {
  it('are restored with their codes, and what is not understood is named', async () => {
    const world = makeApp();
    await putKit(world, await vector('backup-2.json'));
    await chooseFile(world, kitName);
    expect((await open(world)).ledgers).toMatchObject([
      { label: 'Work', kind: 'only-there', codes: 2, left: 1, brings: [] },
      { label: 'Old bank', kind: 'only-there' },
    ]);
    expect(await world.backend.restore({ take: [0, 1] })).toMatchObject({ ledgers: 2, accounts: 1 });
    const { accounts } = await snapshotOf(world);
    expect(await ledgerOf(world, accounts[0]?.id ?? '')).toMatchObject({
      codes: [
        ['acdef-34679', 'unused'],
        ['ghjkm-99999', 'used'],
      ],
      replaced: [['older-11111']],
    });
    await putKit(world, await vector('backup-2-by-hand.json'));
    await chooseFile(world, kitName);
    expect(await open(world)).toMatchObject({ faultCount: 1, faults: [{ what: 'authenticator' }] });
  });
});
