import { app } from 'electron';

/**
 * Has Chromium's network code run in main (Linux), and not in a process of its own, which would be a twentieth of
 * Latchkey's memory for next to nothing: it serves the window's own files and reads the system's proxy settings. What
 * goes over the network does so from main already (edge/http/http.ts), and on Linux that process has no sandbox. To be
 * called before Electron is ready (docs/decisions/0011-memory-in-the-tray.md).
 */
export function runNetworkInMain(): void {
  if (process.platform !== 'linux') return;
  const { commandLine } = app;
  const others = commandLine.getSwitchValue('enable-features');
  commandLine.appendSwitch('enable-features', [others, 'NetworkServiceInProcess2'].filter(Boolean).join(','));
}
