import { describe, expect, it } from 'vitest';
import { listen, newsText } from '#contract/wire';
import { type SnapshotPatch, SnapshotPatches } from '#contract/snapshot-patches';
import { rowsOf } from '../../app/rows-of';
import { codeOf, failureOf } from '../../app/failure-of';
import { json } from '../../fakes/fake-http';
import { makeApp, type World } from '../../app/make-app';
import { MemorySettingsFile } from '../../fakes/memory-settings-file';
import { passphrase } from './backup/folders/backup-world';
import { firstAccount, firstSettings } from './accounts/first-settings';
import { insideVaultNow } from './accounts/kept-tokens';
import { putKit } from './restore/restore-world';
import { appWithAccount, appWithCodes, listCodes, snapshotOf, token, verify, entriesOf } from './story';
import { steering, textsIn, vaultWith } from './dirty-texts';

/** A text with one of each: an override, a zero-width blank, a control, tags, half a character, a line separator. */
const dirty = (text: string): string =>
  `\u202e${text.slice(0, 2)}\u200b${text.slice(2)}\u0007\u{e0041}\u2066\u2069\ufeff\udc00\u2028`;
/** All that the window can be shown: every snapshot so far, and every code. */
async function shown(world: World): Promise<string[]> {
  const now = await snapshotOf(world);
  const ids = [...now.accounts, ...now.handKept].filter(({ recovery }) => recovery).map(({ id }) => id);
  const codes = await Promise.all(ids.map((ledgerId) => world.backend.revealRecoveryCodes({ ledgerId })));
  const entries = await Promise.all(ids.map((id) => entriesOf(world, id)));
  return textsIn([world.announced, now, codes, entries]);
}

const entry = (label: string) => ({
  id: '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f',
  label,
  sets: [
    {
      name: dirty('K7-4QD').slice(0, 12),
      fetchedAt: 1_000,
      replacedAt: null,
      codes: [{ code: dirty('abcd-1234'), state: 'unused', at: null, note: dirty('on the train') }],
    },
  ],
});

const documentWith = (serviceUrl: string | null): string =>
  JSON.stringify({
    format: 'latchkey-backup',
    schema: 1,
    madeAt: '2026-01-02T00:00:00.000Z',
    accounts: [
      {
        ...entry(dirty('Work')),
        serviceUrl,
        sets: entry('').sets.map((set) => ({ ...set, fetchedAt: '2026-01-02T00:00:00.000Z' })),
      },
    ],
  });

/** Each way of a text into Latchkey, with a dirty one on it, and what is there to be seen then. */
const borders: Record<string, [() => Promise<World>, readonly string[]]> = {
  'the name of a new account': [() => appWithAccount({}, { label: dirty('Work') }), ['Work']],
  'another name of an account': [
    async () => {
      const story = await appWithAccount();
      await story.backend.renameAccount({ accountId: story.accountId, label: dirty('Home') });
      return story;
    },
    ['Home'],
  ],
  'a note': [
    async () => {
      const story = await appWithCodes(['abcd-1234']);
      const note = dirty('on the train');
      await story.backend.noteOnRecoveryCode({ ledgerId: story.accountId, index: 0, note });
      return story;
    },
    ['on the train'],
  ],
  'a list that is pasted': [
    async () => {
      const world = makeApp();
      const pasted = `${dirty('abcd-1234')}\nqrst\u3164-\u115f5678\u2028wxyz-9999`;
      const { oneEach } = await world.backend.understandCodes({ text: pasted });
      await world.backend.addHandKept({ label: dirty('Bank'), codes: oneEach });
      return world;
    },
    ['Bank', 'abcd-1234', 'qrst-5678', 'wxyz-9999'],
  ],
  'a list that is pasted again': [
    async () => {
      const world = makeApp();
      const { ledgerId } = await world.backend.addHandKept({ label: 'x', codes: rowsOf('abcd-1234') });
      await world.backend.changeHandKept({
        ledgerId,
        label: dirty('Bank'),
        codes: rowsOf(dirty('qrst-5678')),
      });
      return world;
    },
    ['Bank', 'qrst-5678'],
  ],
  'old settings': [
    () => {
      const text = firstSettings(firstAccount({ label: dirty('Work') }));
      return Promise.resolve(makeApp({ settingsFile: new MemorySettingsFile(text) }));
    },
    ['Work', 'good'],
  ],
  'an old vault': [
    async () => {
      const world = await vaultWith(JSON.stringify({ schema: 1, ledgers: [entry(dirty('Work'))] }));
      await world.app.warmUp();
      return world;
    },
    ['Work', 'on the train', 'abcd-1234', 'open'],
  ],
  'a kit': [
    async () => {
      const world = makeApp();
      await putKit(world, documentWith('https://service.test/\u202ev1'));
      await world.backend.chooseRestoreSource({ what: 'file' });
      const preview = await world.backend.openRestore({ secret: passphrase });
      expect(textsIn(preview).filter((text) => steering.test(text))).toEqual([]);
      await world.backend.restore({ take: [0] });
      return world;
    },
    ['Work', 'on the train', 'abcd-1234', 'https://service.test/%E2%80%AEv1'],
  ],
  'a kit of codes alone': [
    async () => {
      const world = makeApp();
      await putKit(world, documentWith(null));
      await world.backend.chooseRestoreSource({ what: 'file' });
      await world.backend.openRestore({ secret: passphrase });
      await world.backend.restore({ take: [0] });
      return world;
    },
    ['Work', 'on the train', 'abcd-1234'],
  ],
  'a lookalike of a host in a kit': [
    async () => {
      const world = makeApp();
      await putKit(world, documentWith('https://\u0430pple.test'));
      await world.backend.chooseRestoreSource({ what: 'file' });
      const { ledgers } = await world.backend.openRestore({ secret: passphrase });
      expect(ledgers[0]?.serviceUrl).toMatch(/^https:\/\/xn--/);
      await world.backend.restore({ take: [0] });
      return world;
    },
    ['Work', 'https://xn--pple-43d.test'],
  ],
};

describe('a dirty text is clean wherever it is seen', () => {
  it.each(Object.entries(borders))('%s', async (_border, [bring, expected]) => {
    const world = await bring();
    const texts = await shown(world);
    expect(texts).toEqual(expect.arrayContaining([...expected]));
    expect(texts.filter((text) => steering.test(text))).toEqual([]);
    // And what is written next is clean, too.
    await world.backend.setTheme({ theme: 'dark' });
    for (const file of [world.settingsFile.text ?? '{}', insideVaultNow(world)])
      expect(textsIn(JSON.parse(file || '{}')).filter((text) => steering.test(text))).toEqual([]);
    expect(world.bugs).toEqual([]);
  });

  it('a service’s list with something invisible in a code is not understood, and nothing of it is kept', async () => {
    for (const code of [
      'ab\u202ecd',
      'ab\u200bcd',
      'ab\ncd',
      'ab\ud800cd',
      'ab\u2028cd',
      '\u3164',
      'ab\ufe0f',
    ]) {
      const story = await appWithCodes(['acdef-34679']);
      story.http.on(listCodes, json(200, { recovery_codes: ['good-12345', code] }));
      const { accountId } = story;
      expect(await codeOf(story.backend.fetchRecoveryCodes({ accountId })), JSON.stringify(code)).toBe(
        'answer-not-understood',
      );
      expect((await story.backend.revealRecoveryCodes({ ledgerId: accountId })).codes).toEqual([
        'acdef-34679',
      ]);
    }
  });

  it('a service’s words, in a failure and in an outcome', async () => {
    const { backend, accountId, http } = await appWithAccount();
    http.on(verify('123456'), json(403, { error: dirty('No way') }));
    const failed = await failureOf(backend.verifyCode({ accountId, code: '123456' }));
    expect(failed.details.words).toBe('No way');
    http.on(verify('123456'), json(400, { errors: [dirty('No way'), 'می\u200cخواهم 👨‍👩‍👧'] }));
    expect(await backend.verifyCode({ accountId, code: '123456' })).toEqual({
      outcome: 'rejected',
      words: 'No way می\u200cخواهم 👨‍👩‍👧',
    });
  });

  it('news on their way to the window, whoever forgot it on the other side', async () => {
    const story = await appWithCodes(['abcd-1234']);
    const now = await snapshotOf(story);
    const said = { ...now, accounts: now.accounts.map((one) => ({ ...one, label: dirty('Work') })) };
    const patch = new SnapshotPatches({ ...now, number: 1 }).next({ ...said, number: 2 });
    const heard: SnapshotPatch[] = [];
    const news = { snapshot: (listener: (told: unknown) => void) => listener(newsText(patch)) };
    listen({ calls: {}, news }, 'snapshot', (told) => heard.push(told));
    expect(heard.map(({ accounts }) => accounts.changed[0]?.label)).toEqual(['Work']);
  });
});

it('a token is in none of the texts', async () => {
  const story = await appWithAccount({}, { label: dirty('Work') });
  expect((await shown(story)).join()).not.toContain(token);
});
