import { findCommand } from '../setup/commands.mjs';

/**
 * What can be built on this machine without a tool that has to be fetched first, and what is left to the release
 * workflow.
 * @returns {{ platform: string, here: string[], left: string[] }} `platform` as electron-builder's option
 */
export function targetsHere() {
  if (process.platform === 'darwin') return { platform: '--mac', here: ['zip'], left: ['dmg'] };
  if (process.platform === 'win32') return { platform: '--win', here: ['zip'], left: ['nsis', 'portable'] };
  const hasDpkg = findCommand('dpkg-deb') !== null;
  return {
    platform: '--linux',
    here: ['tar.gz', ...(hasDpkg ? ['deb'] : [])],
    left: ['AppImage', 'rpm', ...(hasDpkg ? [] : ['deb'])],
  };
}
