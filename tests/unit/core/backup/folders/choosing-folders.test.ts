import { expect, it } from 'vitest';
import { appWithBackups } from './backup-world';

it('the system’s dialog is told what a folder is wanted for', async () => {
  const story = await appWithBackups();
  expect(story.dialogs.asked).toEqual(['backups']);
  story.dialogs.folder = null;
  await story.backend.chooseRestoreSource({ what: 'folder' });
  expect(story.dialogs.asked).toEqual(['backups', 'restore']);
});
