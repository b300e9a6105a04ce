import { contextBridge, ipcRenderer } from 'electron';

/** The names out of the contract's table, put here by vite.config.ts at build time. */
declare const __CALL_NAMES__: readonly string[];
declare const __NEWS_NAMES__: readonly string[];

const channel = (name: string): string => `latchkey:${name}`;
const eachOf = <T>(names: readonly string[], make: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

/** One function for each call and each kind of news: the window cannot name a channel of its own. */
contextBridge.exposeInMainWorld('latchkey', {
  calls: eachOf(
    __CALL_NAMES__,
    (name) =>
      (input: unknown): Promise<unknown> =>
        ipcRenderer.invoke(channel(name), input),
  ),
  news: eachOf(__NEWS_NAMES__, (name) => (listener: (news: unknown) => void): void => {
    ipcRenderer.on(channel(name), (_event, news: unknown) => listener(news));
  }),
});
