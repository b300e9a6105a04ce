import type { KeychainBackend } from '#contract/snapshot';
import type { Secrets } from '../../core/ports/secrets';
import { type KeychainDoor, openKeychain } from './keychain';
import { callKeytar } from './keytar-calls';
import { processDoor } from './process-door';

const backends: Partial<Record<NodeJS.Platform, KeychainBackend>> = {
  darwin: 'macos-keychain',
  win32: 'windows-credentials',
};

/** macOS and Windows: in main, so that the keychain's permission belongs to the app and not to a helper. */
const directDoor: KeychainDoor = { call: callKeytar, abandon: () => undefined };

/**
 * The keychain of the system that Latchkey runs on.
 *
 * @param script the built keychain-process.js, for Linux
 * @param isAnythingOpen whether a window is
 */
export function systemKeychain(script: string, isAnythingOpen: () => boolean): Secrets {
  const backend = backends[process.platform] ?? 'secret-service';
  return openKeychain(
    backend === 'secret-service' ? processDoor(script, isAnythingOpen) : directDoor,
    backend,
  );
}
