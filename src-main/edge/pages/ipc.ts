import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { type CallName, calls, type NewsName, type News } from '#contract/contract';
import { type answer, newsText, type Reply } from '#contract/wire';
import { bundleOrigin } from './bundle';

/** The channel of a call or a piece of news. The preload has the same line. */
const channel = (name: CallName | NewsName): string => `latchkey:${name}`;

const notForThisWindow: Reply = { ok: false, failure: { code: 'bad-input' } };

/**
 * Answers every call of the table, to the top frames of our own windows alone.
 *
 * @param mayAsk whether a call is for this one of our windows
 */
export function serveCalls(
  respond: ReturnType<typeof answer>,
  mayAsk: (name: CallName, contents: WebContents) => boolean,
): void {
  for (const name of Object.keys(calls) as CallName[]) {
    ipcMain.handle(channel(name), (event, input: unknown) => {
      if (!isOurWindow(event)) throw new Error('not our window');
      return mayAsk(name, event.sender) ? respond(name, input) : notForThisWindow;
    });
  }
}

/** Tells every window some news, the hidden ones too: they show it when they are seen again. */
export function tell<N extends NewsName>(name: N, news: News<N>): void {
  const text = newsText(news);
  for (const { webContents } of BrowserWindow.getAllWindows()) sendText(webContents, name, text);
}

/** Tells one window some news. */
export function tellOne<N extends NewsName>(contents: WebContents, name: N, news: News<N>): void {
  sendText(contents, name, newsText(news));
}

function sendText(contents: WebContents, name: NewsName, text: string): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(channel(name), text);
}

/** By origin, not by URL; the frame is null when it has gone meanwhile. */
function isOurWindow({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === bundleOrigin;
}
