// The least that an Electron app can be: what Latchkey's speed and size are measured against.
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 880, height: 600 });
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
