import { carriesFiles } from '../../state/backups/dropped-files';

/** Files that are dragged over a place that takes them. */
export class FileDrag {
  /** Entering a part of it comes before leaving the last one, so that they are counted. */
  #depth = $state(0);
  readonly isOver = $derived(this.#depth > 0);

  readonly enter = (event: DragEvent): void => {
    if (carriesFiles(event)) this.#depth += 1;
  };

  readonly leave = (): void => {
    this.#depth = Math.max(0, this.#depth - 1);
  };

  /** Says that they may be dropped here. */
  readonly welcome = (event: DragEvent): void => {
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };

  /** @returns what was dropped, which the window does not open then; null where it is no files */
  taken(event: DragEvent): DataTransfer | null {
    this.#depth = 0;
    if (!carriesFiles(event) || !event.dataTransfer) return null;
    event.preventDefault();
    return event.dataTransfer;
  }
}
