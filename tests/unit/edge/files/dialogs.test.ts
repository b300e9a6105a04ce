import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Dialogs } from '../../../../src-main/core/ports/shell/dialogs';

interface Options {
  readonly title: string;
  readonly message: string;
  readonly buttonLabel: string;
  readonly defaultPath: string;
}

const asked = vi.hoisted(() => ({ options: [] as unknown[], chosen: null as string | null }));

vi.mock('electron', () => {
  const show = (options: unknown): Promise<unknown> => {
    asked.options.push(options);
    const { chosen } = asked;
    return Promise.resolve({
      canceled: chosen === null,
      filePath: chosen ?? '',
      filePaths: chosen === null ? [] : [chosen],
    });
  };
  return {
    app: { getPath: (name: string) => `/home/ada/${name}` },
    BrowserWindow: { getFocusedWindow: () => null },
    dialog: { showOpenDialog: show, showSaveDialog: show },
  };
});

let dialogs: Dialogs;
const latest = (): Options => asked.options.at(-1) as Options;

beforeEach(async () => {
  asked.options.length = 0;
  asked.chosen = null;
  // What was chosen last is remembered for a run.
  vi.resetModules();
  dialogs = (await import('../../../../src-main/edge/files/dialogs')).electronDialogs;
});

it.each([
  ['a folder for backups', () => dialogs.chooseFolder('backups'), 'Use this folder'],
  ['a folder to restore from', () => dialogs.chooseFolder('restore'), 'Look in this folder'],
  ['a sealed file', () => dialogs.chooseSealedFile(), 'Choose'],
  ['a place for a kit', () => dialogs.chooseSavePlace('kit.age'), 'Save kit'],
  ['a place for a page', () => dialogs.chooseSavePlace('page.pdf'), 'Save PDF'],
] as const)('%s is asked for by name, and from the documents on', async (_what, ask, button) => {
  expect(await ask()).toBeNull();
  const { title, message, buttonLabel, defaultPath } = latest();
  expect(title).toMatch(/^(?:Choose|Save) /);
  expect(message).toBe(title);
  expect(buttonLabel).toBe(button);
  expect(defaultPath).toMatch(/^\/home\/ada\/documents/);
});

it('a dialog begins where one for the like was left', async () => {
  asked.chosen = path.resolve('/usb/backups');
  await dialogs.chooseFolder('backups');
  await dialogs.chooseFolder('restore');
  expect(latest().defaultPath).toBe(asked.chosen);
  asked.chosen = path.resolve('/usb/kit.age');
  await dialogs.chooseSealedFile();
  expect(latest().defaultPath).toBe('/home/ada/documents');
  asked.chosen = null;
  await dialogs.chooseSavePlace('new.age');
  expect(latest().defaultPath).toBe(path.join(path.resolve('/usb'), 'new.age'));
  await dialogs.chooseFolder('backups');
  await dialogs.chooseFolder('backups');
  expect(latest().defaultPath).toBe(path.resolve('/usb/backups'));
});
