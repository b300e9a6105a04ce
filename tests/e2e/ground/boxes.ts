import type { Running } from './launcher';

/** A box of the system that asks something, as it was to be shown. */
export interface Box {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

interface Kept {
  readonly asked: Box[];
  answer: (response: number) => void;
}

/** Keeps the system's boxes, which no driver can reach, until the test answers them. */
export async function keepBoxes({ app }: Running): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const kept: Kept = { asked: [], answer: () => undefined };
    dialog.showMessageBox = ((box: Box) => {
      kept.asked.push(box);
      return new Promise((resolve) => {
        kept.answer = (response) => resolve({ response });
      });
    }) as unknown as typeof dialog.showMessageBox;
    Object.assign(globalThis, { kept });
  });
}

/** What was asked since `keepBoxes`. */
export const boxes = ({ app }: Running): Promise<Box[]> =>
  app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.asked);

/** Presses a button of the latest box, by its place in the row. */
export const answerBox = ({ app }: Running, button: number): Promise<void> =>
  app.evaluate((_electron, at) => (globalThis as unknown as { kept: Kept }).kept.answer(at), button);
