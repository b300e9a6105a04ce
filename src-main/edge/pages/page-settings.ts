import { app } from 'electron';

/**
 * Chromium's own settings for pages that Electron has no words for, or had none for in older versions. Each closes a way
 * that asks for no permission and makes no request which could be stopped:
 * - script reads the whole clipboard, by the command that pastes (a person's own paste is none of its business);
 * - a page has names of computers looked up, and a name can hold a code.
 */
const settings = ['DOMPasteAllowed=false', 'dnsPrefetchingEnabled=false'];

/** Sets them for every page there will be. To be called before Electron is ready. */
export function setPageSettings(): void {
  app.commandLine.appendSwitch('blink-settings', settings.join(','));
}
