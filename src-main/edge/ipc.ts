import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { type CallName, calls, type NewsName, type News } from '#contract/contract';
import { type answer, newsText } from '#contract/wire';
import { bundleOrigin } from './bundle';

/** The channel of a call or a piece of news. The preload has the same line. */
const channel = (name: CallName | NewsName): string => `latchkey:${name}`;

/** Answers every call of the table, to our own window's top frame alone. */
export function serveCalls(respond: ReturnType<typeof answer>): void {
  for (const name of Object.keys(calls) as CallName[]) {
    ipcMain.handle(channel(name), (event, input: unknown) => {
      if (!isOurWindow(event)) throw new Error('not our window');
      return respond(name, input);
    });
  }
}

/** Tells a window some news. */
export function tell<N extends NewsName>(contents: WebContents, name: N, news: News<N>): void {
  if (!contents.isDestroyed()) contents.send(channel(name), newsText(news));
}

/** By origin, not by URL; the frame is null when it has gone meanwhile. */
function isOurWindow({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === bundleOrigin;
}
