import { app } from 'electron';
import type { answer } from '#contract/wire';
import type { App } from '../../core/app';
import { trayActions } from '../../core/desktop/tray-actions';
import { trayView } from '../../core/desktop/tray-menu';
import { followTrayPlace, TrayIcon } from './tray';
import type { Windows } from '../windows/windows';

interface Parts {
  readonly latchkey: App;
  readonly ask: ReturnType<typeof answer>;
  readonly windows: Windows;
  /** The folder with the icon's pictures. */
  readonly pictures: string;
  /** Called when the tray has gone: nobody may be left without a way to Latchkey. */
  readonly onGone: () => void;
}

/** Keeps the icon in the tray for as long as this desktop has one. Costs a start nothing when called after it. */
export function runTray({ latchkey, ask, windows, pictures, onGone }: Parts): void {
  const act = trayActions({
    ask,
    noteFailure: (failure) => latchkey.noteTrayFailure(failure),
    openQuickVerify: () => windows.quickVerify.show(),
    openLatchkey: () => windows.main.show(),
    quit: () => app.quit(),
  });
  const icon = new TrayIcon(
    pictures,
    () => trayView(latchkey.snapshot(), Date.now()),
    (action) => void act(action),
  );
  latchkey.onSnapshot(() => icon.draw());
  const endFollowing = followTrayPlace((place) => {
    if (place === 'shown') icon.show();
    if (place === 'none') icon.remove();
    latchkey.foundTray(place === 'shown' ? 'there' : 'none');
    if (place !== 'shown') onGone();
  });
  app.once('before-quit', endFollowing);
}
