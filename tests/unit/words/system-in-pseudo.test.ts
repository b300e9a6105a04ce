import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CrashGuard } from '../../../src-main/core/desktop/crash-guard';
import { electronDialogs } from '../../../src-main/edge/files/dialogs';
import { systemPresence } from '../../../src-main/edge/lock/presence';
import { autostartEntry } from '../../../src-main/edge/login-start/desktop-entry';
import { help, readCommandLine, refusedForSwitches } from '../../../src-main/edge/program/command-line';
import { catchBugs } from '../../../src-main/edge/start/main-trouble';
import { bringBackPage } from '../../../src-main/edge/windows/window-trouble';
import { speak } from '../../../src-main/words/catalogue';
import { commandLineWords } from '../../../src-main/words/outside/command-line';
import { pseudo } from '../../../src-main/words/pseudo';
import { windowWords } from '../../../src-main/words/outside/windows';

/** What the system's dialogs and boxes were given to show. */
const given = vi.hoisted(() => [] as unknown[]);

vi.mock('electron', () => {
  const show = (options: unknown): Promise<unknown> => {
    given.push(options);
    return Promise.resolve({ canceled: true, filePath: '', filePaths: [], response: 1 });
  };
  return {
    app: { getPath: () => '/home/ada', whenReady: () => Promise.resolve(), quit: () => undefined },
    BrowserWindow: { getFocusedWindow: () => null },
    dialog: { showOpenDialog: show, showSaveDialog: show, showMessageBox: show },
    systemPreferences: { canPromptTouchID: () => true, promptTouchID: show },
  };
});

/** Every text of at least two letters that is not between the marks, with the name under which it was given. */
function unmarked(value: unknown, name = ''): string[] {
  if (typeof value === 'string')
    return /^⟦[^]*⟧$/.test(value) || !/\p{L}{2}/u.test(value) ? [] : [`${name}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => unmarked(one, Array.isArray(value) ? name : key));
}

/** What is for the system and not for people. */
const forSystem = /^(?:properties|extensions|defaultPath|type): /;
const foundIn = (values: readonly unknown[]): string[] =>
  unmarked(values).filter((found) => !forSystem.test(found));

/** What somebody at a terminal is told. */
function refusal(...args: readonly string[]): string {
  try {
    return JSON.stringify(readCommandLine(args));
  } catch (error) {
    return (error as Error).message;
  }
}

beforeEach(() => {
  given.length = 0;
  speak(pseudo);
});
afterEach(() => {
  vi.restoreAllMocks();
  speak((_, english) => english);
});

it('the system’s dialogs say what is in the catalogue', async () => {
  await electronDialogs.chooseFolder('backups');
  await electronDialogs.chooseFolder('restore');
  await electronDialogs.chooseSealedFile();
  await electronDialogs.chooseSavePlace('kit.age');
  await electronDialogs.chooseSavePlace('kit.pdf');
  await systemPresence.confirm();
  expect(given).toHaveLength(6);
  expect(foundIn(given)).toEqual([]);
});

it('so do the boxes that tell of trouble', async () => {
  const contents = new EventEmitter();
  const page: unknown = contents;
  const guard = new CrashGuard();
  const nothing = (): void => undefined;
  bringBackPage(page as WebContents, guard, { note: nothing, bringBack: nothing });
  for (let time = 0; time < 3; time += 1) contents.emit('render-process-gone', {}, { reason: 'crashed' });
  const listen = vi.spyOn(process, 'on').mockReturnThis();
  catchBugs({ bug: () => 'k4pt', event: nothing });
  const [, caught] = listen.mock.calls.find(([name]) => name === 'uncaughtException') ?? [];
  caught?.(new Error('a bug'));
  await vi.waitFor(() => expect(given).toHaveLength(2));
  expect(foundIn(given)).toEqual([]);
});

it('so do a terminal, the windows before their pages are there, and the entry at login', () => {
  const refused = [
    refusal('--profile-dir'),
    refusal('latchkey://elsewhere'),
    refusal('--unknown'),
    refusal('unknown'),
    refusedForSwitches(() => true, { isPackaged: true, isRoot: false }),
    commandLineWords.strangeFolder('/srv'),
    commandLineWords.unwritableFolder('/srv'),
    commandLineWords.cannotStart,
  ];
  expect(foundIn([help(), ...refused, windowWords])).toEqual([]);
  const entry = autostartEntry(['/usr/bin/latchkey', '--hidden']);
  const read = entry.split('\n').flatMap((line) => /^(?:Name|Comment)=(.*)$/.exec(line)?.[1] ?? []);
  expect(read).toHaveLength(2);
  expect(foundIn(read)).toEqual([]);
});
