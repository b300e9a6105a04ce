import { describe, expect, it, vi } from 'vitest';
import { json } from '../../../fakes/fake-http';
import {
  appWithAccount,
  appWithCodes,
  ofLedger,
  restart,
  snapshotOf,
  type Story,
  verify,
  entriesOf,
} from '../story';

const codes = ['aaaaa-11111', 'bbbbb-22222'];
/** Lets what a timer began come to its end. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function appWithFolder(): Promise<Story> {
  const story = await appWithCodes(codes);
  await story.backend.useNextCode(ofLedger(story));
  return story;
}
const clearsIn = async (story: Story): Promise<number | null> => {
  const { clipboard } = await snapshotOf(story);
  return clipboard && clipboard.clearsAt - story.clock.now();
};

describe('a copied recovery code', () => {
  it('is on the clipboard for 60 seconds', async () => {
    const story = await appWithFolder();
    expect(await clearsIn(story)).toBe(60_000);
    story.clock.pass(59_999);
    await settle();
    expect(story.desktop.clipboard).toBe(codes[0]);
    story.clock.pass(1);
    await settle();
    expect(story.desktop.clipboard).toBe('');
    expect(story.announced.at(-1)?.clipboard).toBeNull();
  });

  it('is left alone when something else was copied since', async () => {
    const story = await appWithFolder();
    story.desktop.clipboard = 'a shopping list';
    story.clock.pass(60_000);
    await settle();
    expect(story.desktop.clipboard).toBe('a shopping list');
    expect(await clearsIn(story)).toBeNull();
  });

  it('gives the next one its own 60 seconds', async () => {
    const story = await appWithFolder();
    story.clock.pass(40_000);
    await story.backend.copyRecoveryCode({ ...ofLedger(story), index: 1 });
    story.clock.pass(40_000);
    await settle();
    expect([story.desktop.clipboard, await clearsIn(story)]).toEqual([codes[1], 20_000]);
    story.clock.pass(20_000);
    await settle();
    expect(story.desktop.clipboard).toBe('');
  });

  it('is cleared at quit, once, and only if it is still there', async () => {
    const story = await appWithFolder();
    expect(story.app.clipboard.holds).toBe(true);
    await story.app.clipboard.clear();
    expect([story.desktop.clipboard, story.app.clipboard.holds]).toEqual(['', false]);

    await story.backend.useNextCode(ofLedger(story));
    story.desktop.clipboard = 'a shopping list';
    await story.app.clipboard.clear();
    story.desktop.clipboard = codes[1] ?? '';
    await story.app.clipboard.clear();
    story.clock.pass(60_000);
    await settle();
    expect(story.desktop.clipboard).toBe(codes[1]);
  });

  it('that comes while the one before is cleared is not cleared with it', async () => {
    const story = await appWithFolder();
    const read = vi.spyOn(story.desktop, 'readClipboard');
    let answer: (text: string) => void = () => undefined;
    read.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    story.clock.pass(60_000);
    await settle();
    const copying = story.backend.useNextCode(ofLedger(story));
    await vi.waitFor(async () => expect((await entriesOf(story, story.accountId))[1]?.state).toBe('used'));
    await settle();
    answer(codes[0] ?? '');
    await copying;
    await settle();
    expect(story.desktop.clipboard).toBe(codes[1]);
    expect(await clearsIn(story)).toBe(60_000);
  });

  it('stays where the clipboard cannot be read, and nothing breaks', async () => {
    const story = await appWithFolder();
    vi.spyOn(story.desktop, 'readClipboard').mockRejectedValue(new Error('not allowed'));
    await story.app.clipboard.clear();
    expect([story.desktop.clipboard, await clearsIn(story)]).toEqual([codes[0], null]);
  });

  it('is not counted down when the clipboard refused it', async () => {
    const story = await appWithCodes(codes);
    vi.spyOn(story.desktop, 'copy').mockRejectedValueOnce(new Error('refused'));
    await story.backend.useNextCode(ofLedger(story)).catch(() => undefined);
    expect([await clearsIn(story), story.app.clipboard.holds]).toEqual([null, false]);
  });

  it('is not known to a later run', async () => {
    expect(await clearsIn(restart(await appWithFolder()))).toBeNull();
  });
});

describe('a cleared secret that another program puts back', () => {
  /** After a minute, when it was cleared. */
  async function cleared(): Promise<Story> {
    const story = await appWithFolder();
    story.clock.pass(60_000);
    await settle();
    expect(story.desktop.clipboard).toBe('');
    return story;
  }
  const putBack = async (story: Story, text = codes[0] ?? ''): Promise<string> => {
    story.desktop.clipboard = text;
    for (let second = 0; second < 20; second += 1) {
      story.clock.pass(1_000);
      await settle();
    }
    return story.desktop.clipboard;
  };

  it('is overwritten, also seconds later', async () => {
    const story = await cleared();
    story.clock.pass(3_000);
    await settle();
    expect(await putBack(story)).toBe(' ');
  });

  it('is overwritten once only', async () => {
    const story = await cleared();
    expect(await putBack(story)).toBe(' ');
    expect(await putBack(story)).toBe(codes[0]);
  });

  it('is overwritten when it was cleared by locking', async () => {
    const story = await appWithFolder();
    await story.backend.lock({});
    await settle();
    expect(await putBack(story)).toBe(' ');
  });

  it('is left alone a while later: a person may have put it there', async () => {
    const story = await cleared();
    await putBack(story, '');
    expect(await putBack(story)).toBe(codes[0]);
  });

  it('is left alone when it is another text', async () => {
    expect(await putBack(await cleared(), `${codes[0]} `)).toBe(`${codes[0]} `);
  });

  it('is left alone when it was copied here anew', async () => {
    const story = await cleared();
    await story.backend.copyRecoveryCode({ ...ofLedger(story), index: 0 });
    expect(await putBack(story)).toBe(codes[0]);
    expect(await clearsIn(story)).toBe(40_000);
  });

  it('stays, and nothing breaks, where the clipboard refuses to be overwritten', async () => {
    const story = await cleared();
    vi.spyOn(story.desktop, 'copy').mockRejectedValue(new Error('refused'));
    expect(await putBack(story)).toBe(codes[0]);
  });
});

it('a copied session token is cleared, too', async () => {
  const story = await appWithAccount();
  story.http.on(verify('123456'), json(200, { token: 'session-of-ada' }));
  await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
  await story.backend.copySessionToken({ accountId: story.accountId });
  expect([story.desktop.clipboard, await clearsIn(story)]).toEqual(['session-of-ada', 60_000]);
  story.clock.pass(60_000);
  await settle();
  expect(story.desktop.clipboard).toBe('');
});
