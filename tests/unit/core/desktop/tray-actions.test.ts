import type { Failure } from '#contract/failure';
import { answer } from '#contract/wire';
import { describe, expect, it } from 'vitest';
import { trayActions } from '../../../../src-main/core/desktop/tray-actions';
import { json } from '../../../fakes/fake-http';
import {
  appWithAccount,
  appWithCodes,
  askForText,
  held,
  newAccount,
  snapshotOf,
  type Story,
  entriesOf,
} from '../story';

/** The tray of a story's app. `done` says what was opened, in order. */
function trayOf(story: Story) {
  const done: string[] = [];
  const act = trayActions({
    ask: answer(story.app.backend, () => 'bug-1'),
    noteFailure: (failure: Failure | null) => story.app.noteTrayFailure(failure),
    openQuickVerify: () => done.push('quick-verify'),
    openLatchkey: () => done.push('window'),
    quit: () => done.push('quit'),
  });
  return { act, done };
}

describe('an entry of the tray', () => {
  it('opens and quits', async () => {
    const { act, done } = trayOf(await appWithAccount());
    await act({ do: 'open' });
    await act({ do: 'quick-verify' });
    await act({ do: 'quit' });
    expect(done).toEqual(['window', 'quick-verify', 'quit']);
  });

  it('has a code texted, and opens where it is typed', async () => {
    const story = await appWithAccount();
    story.http.on(askForText, json(200, {}));
    const { act, done } = trayOf(story);
    await act({ do: 'text-me-a-code', accountId: story.accountId });
    expect([story.http.calls.includes(askForText), done]).toEqual([true, ['quick-verify']]);
  });

  it('copies the next code without a window', async () => {
    const story = await appWithCodes(['aaaaa-11111', 'bbbbb-22222']);
    const { act, done } = trayOf(story);
    await act({ do: 'copy-next-code', ledgerId: story.accountId });
    expect([story.desktop.clipboard, done]).toEqual(['aaaaa-11111', []]);
    expect((await entriesOf(story, story.accountId))[0]?.state).toBe('used');
  });

  it('chooses the active account', async () => {
    const story = await appWithAccount();
    const other = await story.backend.addAccount(newAccount({ label: 'Home' }));
    const { act } = trayOf(story);
    await act({ do: 'select-account', accountId: story.accountId });
    expect((await snapshotOf(story)).activeAccountId).toBe(story.accountId);
    await act({ do: 'select-account', accountId: other.accountId });
    expect((await snapshotOf(story)).activeAccountId).toBe(other.accountId);
  });

  it('that fails opens the window, which says why until it is dismissed', async () => {
    const story = await appWithAccount();
    const { act, done } = trayOf(story);
    await act({ do: 'copy-next-code', ledgerId: story.accountId });
    expect(done).toEqual(['window']);
    expect(story.announced.at(-1)?.desktop.trayFailure).toEqual({ code: 'no-such-code' });
    await story.backend.dismissTrayFailure({});
    expect(story.announced.at(-1)?.desktop.trayFailure).toBeNull();
  });

  it('that works takes back what failed before', async () => {
    const story = await appWithAccount();
    const { act } = trayOf(story);
    await act({ do: 'copy-next-code', ledgerId: story.accountId });
    await act({ do: 'select-account', accountId: story.accountId });
    expect((await snapshotOf(story)).desktop.trayFailure).toBeNull();
  });

  it('that is clicked twice is done once, and complains of nothing', async () => {
    const story = await appWithAccount();
    const reply = held<ReturnType<typeof json>>();
    story.http.on(askForText, () => reply.promise);
    const { act, done } = trayOf(story);
    const first = act({ do: 'text-me-a-code', accountId: story.accountId });
    await act({ do: 'text-me-a-code', accountId: story.accountId });
    expect(done).toEqual([]);
    reply.resolve(json(200, {}));
    await first;
    expect([done, (await snapshotOf(story)).desktop.trayFailure]).toEqual([['quick-verify'], null]);
  });
});

describe('the tray in the snapshot', () => {
  it('is not there until it was found', async () => {
    const story = await appWithAccount();
    expect((await snapshotOf(story)).desktop.tray).toBe('none');
    story.app.foundTray('there');
    expect(story.announced.at(-1)?.desktop.tray).toBe('there');
    const before = story.announcements();
    story.app.foundTray('there');
    expect(story.announcements()).toBe(before);
  });

  it('is gone to when the window closes, unless told otherwise', async () => {
    const story = await appWithAccount();
    expect((await snapshotOf(story)).desktop.closeToTray).toBe(true);
    await story.backend.setCloseToTray({ closeToTray: false });
    expect(story.settingsFile.text).toContain('"closeToTray": false');
    expect(story.announced.at(-1)?.desktop.closeToTray).toBe(false);
  });

  it('tells several listeners, until one has heard enough', async () => {
    const story = await appWithAccount();
    const heard: string[] = [];
    const endFirst = story.app.onSnapshot(({ desktop }) => heard.push(`first ${desktop.tray}`));
    story.app.onSnapshot(({ desktop }) => heard.push(`second ${desktop.tray}`));
    story.app.foundTray('there');
    endFirst();
    story.app.foundTray('none');
    expect(heard).toEqual(['first there', 'second there', 'second none']);
  });
});
