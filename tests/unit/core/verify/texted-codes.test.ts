import { describe, expect, it, vi } from 'vitest';
import { empty } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { appWithAccount, appWithCodes, askForText, ofLedger, type Story } from '../story';

const offered = async (story: Story): Promise<string | null> =>
  (await story.backend.offerTextedCode({ accountId: story.accountId })).code;

/** An app whose account awaits a text, with this on the clipboard before it was asked for. */
async function awaiting(before = '', story?: Story): Promise<Story> {
  const known = story ?? (await appWithAccount());
  known.desktop.clipboard = before;
  known.http.on(askForText, empty(204));
  await known.backend.requestCode({ accountId: known.accountId });
  return known;
}

describe('a texted code that was copied', () => {
  it.each([
    ['062438', '062438'],
    ['062 438', '062438'],
    ['Your code is 062 438. Don\u2019t share it.', '062438'],
    ['G-123456', '123456'],
    ['4821', '4821'],
    ['1234567890', '1234567890'],
    ['٠٦٢٤٣٨', '062438'],
  ])('in %j is offered as %s', async (copied, code) => {
    const story = await awaiting();
    story.desktop.clipboard = copied;
    expect(await offered(story)).toBe(code);
  });

  it.each([
    '',
    'hunter2',
    'correct horse battery staple',
    'Tr0ub4dor&3',
    'acdef-34679',
    'Meeting at 1430 in room 1204',
    'Your code is 123456 or 654321',
    '123',
    '12345678901',
    `${'x '.repeat(600)}code 123456`,
  ])('is not seen in %j, and nothing of it is given out', async (copied) => {
    const story = await awaiting();
    story.desktop.clipboard = copied;
    expect(await offered(story)).toBeNull();
  });

  it('is none that lay there before', async () => {
    const story = await awaiting('062438');
    expect(await offered(story)).toBeNull();
    story.desktop.clipboard = '062439';
    expect(await offered(story)).toBe('062439');
  });

  it('is none that Latchkey copied itself', async () => {
    const story = await awaiting('', await appWithCodes(['12345678', '87654321']));
    await story.backend.useNextCode(ofLedger(story));
    expect(story.desktop.clipboard).toBe('12345678');
    expect(await offered(story)).toBeNull();
  });

  it('is looked for while a text is awaited, and the clipboard is not read otherwise', async () => {
    const story = await appWithAccount();
    const read = vi.spyOn(story.desktop, 'readClipboard');
    story.desktop.clipboard = '062438';
    expect(await offered(story)).toBeNull();
    expect(read).not.toHaveBeenCalled();
    await awaiting('', story);
    story.desktop.clipboard = '062438';
    story.clock.pass(600_000);
    expect(await offered(story)).toBe('062438');
    read.mockClear();
    story.clock.pass(1);
    expect(await offered(story)).toBeNull();
    expect(read).not.toHaveBeenCalled();
  });

  it('is none where the clipboard cannot be read, nor while Latchkey is locked', async () => {
    const story = await awaiting();
    story.desktop.clipboard = '062438';
    await story.backend.lock({});
    expect(await codeOf(offered(story))).toBe('locked');
    await story.backend.unlock({ passphrase: '' });
    vi.spyOn(story.desktop, 'readClipboard').mockRejectedValue(new Error('not allowed'));
    expect(await offered(story)).toBeNull();
  });
});
