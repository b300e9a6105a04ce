import { carriesFiles } from '../../state/backups/dropped-files';

/** A file that is dropped beside the place for it must neither be opened in the window nor seem welcome. */
export function refuseDrops(root: Window): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  root.addEventListener('dragover', refuse);
  root.addEventListener('drop', refuse);
}
