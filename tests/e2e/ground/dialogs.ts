import type { Running } from './launcher';

/** What a person chooses in the system's next dialogs, which no driver can reach. */
interface Choices {
  /** A file or folder to open. */
  readonly open?: string;
  /** A folder to save in, under the suggested name. */
  readonly saveIn?: string;
}

/** Answers every dialog of the system from now on. What is left out is closed without a choice. */
export async function choose({ app }: Running, choices: Choices): Promise<void> {
  await app.evaluate(({ dialog }, { open, saveIn }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === undefined, filePaths: open === undefined ? [] : [open] });
    // The parent window comes first where there is one.
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath = '' } = args.at(-1) as { defaultPath?: string };
      const name = defaultPath.slice(defaultPath.lastIndexOf('/') + 1);
      return Promise.resolve({
        canceled: saveIn === undefined,
        filePath: saveIn === undefined ? '' : `${saveIn}/${name}`,
      });
    };
  }, choices);
}
