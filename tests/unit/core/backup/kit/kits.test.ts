import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src-main/core/backup/content/document';
import { codeOf, failureOf } from '../../../../app/failure-of';
import { everythingIn } from '../../../../app/everything-in';
import { makeApp, type World } from '../../../../app/make-app';
import { appWithCodes, ofLedger, restart, appWithPracticeForThisRun } from '../../story';
import { addByHand, newerWith, startOn } from '../../vault/vault-world';
import { codes, fileIn, namesIn, passphrase, stick } from '../folders/backup-world';

const kitName = 'latchkey-kit-2026-01-02.age';
const bySecret = { sealFor: { who: 'passphrase' as const, passphrase } };
const byKey = (recipient: string) => ({ sealFor: { who: 'recipient' as const, recipient } });

/** Where the person saves to. */
function savesTo<W extends World>(world: W, folder = stick): W {
  world.dialogs.saveFolder = folder;
  if (!world.files.folders.has(folder)) world.files.make(folder);
  return world;
}
const worldWithCodes = async () => savesTo(await appWithCodes(codes));
async function documentIn(world: World, text: Promise<string>) {
  const read = parseDocument(await text);
  expect(world.bugs).toEqual([]);
  return read.kind === 'good' ? read.value : null;
}

describe('saving a kit', () => {
  it('writes one file that the passphrase opens, with everything in it', async () => {
    const story = await worldWithCodes();
    await story.backend.useNextCode(ofLedger(story));
    await addByHand(story);
    expect(await story.backend.saveKit(bySecret)).toEqual({ saved: kitName });
    expect([story.dialogs.suggested, namesIn(story)]).toEqual([[kitName], [kitName]]);
    const text = story.sealer.openWithPassphrase(passphrase, fileIn(story, kitName));
    expect(await documentIn(story, text)).toMatchObject({
      madeAt: story.clock.now(),
      accounts: [
        { label: 'Work', sets: [{ codes: [{ code: codes[0], state: 'used' }, {}, {}] }] },
        { label: 'By hand', serviceUrl: null, sets: [{ codes: [{ code: 'mnop-5678' }] }] },
      ],
    });
    expect(await text).not.toContain('token-of-ada');
  });

  it('takes what is sealed in a vault that was not opened yet', async () => {
    const story = savesTo(restart(await appWithCodes(codes)));
    await story.backend.saveKit(bySecret);
    const text = await story.sealer.openWithPassphrase(passphrase, fileIn(story, kitName));
    for (const code of codes) expect(text).toContain(code);
  });

  it('seals for somebody’s key, with blanks around it', async () => {
    const story = await worldWithCodes();
    expect(await story.backend.saveKit(byKey(' age1fake0007\n'))).toEqual({ saved: kitName });
    const text = story.sealer.openWith('AGE-SECRET-KEY-1FAKE0007', fileIn(story, kitName));
    expect(await documentIn(story, text)).toMatchObject({ accounts: [{ label: 'Work' }] });
  });

  it('needs no keychain for what is in memory only', async () => {
    const story = savesTo(await appWithCodes(codes, await appWithPracticeForThisRun()));
    story.secrets.trouble = 'unavailable';
    await story.backend.saveKit(bySecret);
    expect(await story.sealer.openWithPassphrase(passphrase, fileIn(story, kitName))).toContain(codes[0]);
  });

  it('is over when the person closes the dialog', async () => {
    const story = await worldWithCodes();
    story.dialogs.saveFolder = null;
    expect(await story.backend.saveKit(bySecret)).toEqual({ saved: null });
    expect(namesIn(story)).toEqual([]);
  });

  it.each([
    ['passphrase-too-short', { sealFor: { who: 'passphrase' as const, passphrase: '1234567' } }],
    ['recipient-invalid', byKey('')],
    ['recipient-invalid', byKey('age1nobody')],
    ['recipient-invalid', byKey('AGE-SECRET-KEY-1FAKE0007')],
  ])('asks nobody where to when it ends in %s', async (code, input) => {
    const story = await worldWithCodes();
    expect(await codeOf(story.backend.saveKit(input))).toBe(code);
    expect(story.dialogs.suggested).toEqual([]);
  });

  it('has nothing to save without accounts and codes', async () => {
    const world = savesTo(makeApp());
    expect(await codeOf(world.backend.saveKit(bySecret))).toBe('nothing-to-back-up');
    expect(world.dialogs.suggested).toEqual([]);
  });

  it('saves none that would be without the codes', async () => {
    const locked = savesTo(restart(await appWithCodes(codes)));
    locked.secrets.trouble = 'unavailable';
    expect(await codeOf(locked.backend.saveKit(bySecret))).toBe('locked');
    const newer = savesTo(await startOn(newerWith));
    expect(await codeOf(newer.backend.saveKit(bySecret))).toBe('vault-read-only');
    expect([...locked.files.done, ...newer.files.done]).toEqual([]);
  });

  it.each([
    ['gone', 'backup-folder-gone'],
    ['not-allowed', 'backup-folder-not-writable'],
    ['full', 'backup-folder-full'],
    ['failed', 'kit-not-saved'],
  ] as const)('tells of a folder that is %s', async (trouble, code) => {
    const story = await worldWithCodes();
    story.files.writeTrouble.set(stick, trouble);
    expect(await codeOf(story.backend.saveKit(bySecret))).toBe(code);
  });

  it('calls nothing saved that does not come back, and takes it away again', async () => {
    const story = await worldWithCodes();
    story.files.stores = (content) => content.slice(0, -1);
    expect(await codeOf(story.backend.saveKit(bySecret))).toBe('kit-not-saved');
    expect(namesIn(story)).toEqual([]);
  });

  it('calls nothing saved that does not open, and puts the file before it back', async () => {
    const story = await worldWithCodes();
    const before = new Uint8Array([1, 2, 3]);
    story.files.make(stick, { [kitName]: before });
    story.sealer.seals = (text) => text.slice(1);
    expect(await codeOf(story.backend.saveKit(bySecret))).toBe('kit-not-saved');
    expect(fileIn(story, kitName)).toEqual(before);
  });

  it('says in words that nothing was sealed when the sealing ends, and blames no disk', async () => {
    const story = await worldWithCodes();
    story.sealer.broken = true;
    const failure = await failureOf(story.backend.saveKit(bySecret));
    expect(failure.code).toBe('kit-not-sealed');
    expect(everythingIn(failure)).not.toMatch(/correct horse|acdef/);
  });

  it('is one at a time', async () => {
    const story = await worldWithCodes();
    const outcomes = await Promise.allSettled([
      story.backend.saveKit(bySecret),
      story.backend.saveKit(bySecret),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'busy' } },
    ]);
  });
});

describe('a kit for paper', () => {
  it('has the codes of now in words, and everything in its parts', async () => {
    const story = await worldWithCodes();
    const { backend } = story;
    await backend.useNextCode(ofLedger(story));
    await backend.copyRecoveryCode({ ...ofLedger(story), index: 1 });
    const sheet = await backend.makeKitSheet({ passphrase, withCodes: true, without: [] });
    const setName = sheet.holds[0]?.setName ?? '';
    expect(setName).toMatch(/^..-...$/);
    expect(sheet).toMatchObject({
      madeAt: story.clock.now(),
      ledgers: [
        {
          ...{ label: 'Work', setName, fetchedAt: story.clock.now() },
          codes: codes.map((code, place) => ({ code, spent: place < 2 })),
        },
      ],
      holds: [{ label: 'Work', setName }],
    });
    const text = story.sealer.openWithPassphrase(passphrase, Buffer.from(sheet.parts.join('\n')));
    expect(await documentIn(story, text)).toMatchObject({ accounts: [{ label: 'Work' }] });
  });

  it('shows no code where it shall not', async () => {
    const story = await worldWithCodes();
    const sheet = await story.backend.makeKitSheet({ passphrase, withCodes: false, without: [] });
    expect([sheet.ledgers, sheet.holds.length]).toEqual([[], 1]);
    for (const code of codes) expect(JSON.stringify(sheet)).not.toContain(code);
  });

  it('is refused like a file', async () => {
    const story = await worldWithCodes();
    const make = (world: World, typed: string) =>
      codeOf(world.backend.makeKitSheet({ passphrase: typed, withCodes: true, without: [] }));
    expect(await make(story, '1234567')).toBe('passphrase-too-short');
    expect(await make(makeApp(), passphrase)).toBe('nothing-to-back-up');
    story.sealer.seals = (text) => text.slice(1);
    expect(await make(story, passphrase)).toBe('bug');
  });

  it('says before how much paper it takes', async () => {
    const story = await worldWithCodes();
    const small = await story.backend.measureKitSheet({ withCodes: false, without: [] });
    expect(small).toMatchObject({ qrCodes: 2, pages: 1 });
    expect(await codeOf(makeApp().backend.measureKitSheet({ withCodes: true, without: [] }))).toBe(
      'nothing-to-back-up',
    );
  });

  it('is too long with too many codes', async () => {
    const story = await appWithCodes(Array.from({ length: 400 }, (_, place) => `code-${1_000 + place}`));
    const { qrCodes, most } = await story.backend.measureKitSheet({ withCodes: true, without: [] });
    expect(qrCodes).toBeGreaterThan(most);
    story.sealer.done.length = 0;
    const made = story.backend.makeKitSheet({ passphrase: 'too short', withCodes: true, without: [] });
    expect(await failureOf(made)).toMatchObject({
      code: 'kit-too-long-for-paper',
      details: { needed: qrCodes, most },
    });
    expect(story.sealer.done, 'nobody waits for the passphrase to be worked out').toEqual([]);
  });
});

describe('the page', () => {
  it('is printed, or left unprinted', async () => {
    const { backend, paper } = makeApp();
    expect(await backend.printWindow({})).toEqual({ done: true });
    paper.cancelled = true;
    expect(await backend.printWindow({})).toEqual({ done: false });
    paper.jammed = true;
    expect(await codeOf(backend.printWindow({}))).toBe('not-printed');
  });

  it('is saved as a PDF file and read back', async () => {
    const world = savesTo(makeApp());
    const name = 'latchkey-kit-2026-01-02.pdf';
    expect(await world.backend.saveWindowAsPdf({})).toEqual({ saved: name });
    expect(Buffer.from(fileIn(world, name)).toString()).toContain('%PDF');
    const card = await world.backend.saveWindowAsPdf({ shows: 'passphrase-card' });
    expect(card).toEqual({ saved: 'latchkey-passphrase-card-2026-01-02.pdf' });
    world.files.stores = (content) => content.slice(1);
    expect(await codeOf(world.backend.saveWindowAsPdf({}))).toBe('kit-not-saved');
    world.paper.jammed = true;
    expect(await codeOf(world.backend.saveWindowAsPdf({}))).toBe('not-printed');
    world.dialogs.saveFolder = null;
    expect(await world.backend.saveWindowAsPdf({})).toEqual({ saved: null });
  });
});
