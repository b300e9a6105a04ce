import { dialog } from 'electron';
import { troubleWords } from '#words/outside/trouble';

interface Trouble {
  readonly message: string;
  readonly detail: string;
  /** The button that mends it, which Enter presses, and the other one, which Esc does. */
  readonly buttons: readonly [string, string];
}

/** Tells of trouble in a box of the system, for where no page can, and asks what to do. Gives whether to mend it. */
export async function askInBox({ message, detail, buttons }: Trouble): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: troubleWords.title,
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
