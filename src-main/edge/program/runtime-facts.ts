import os from 'node:os';
import type { Facts } from '../../core/ports/runtime-facts';

/** What this program runs on, for a bug report. */
export function systemFacts(): Facts {
  const { electron, chrome, node } = process.versions;
  const { XDG_SESSION_TYPE: session, XDG_CURRENT_DESKTOP: desktop } = process.env;
  const named = [session, desktop].filter((one) => one !== undefined && /^[\w:. -]{1,40}$/.test(one));
  return {
    runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    system: `${process.platform} ${process.arch} ${os.release()}`,
    desktop: named.length > 0 ? named.join(', ') : null,
  };
}
