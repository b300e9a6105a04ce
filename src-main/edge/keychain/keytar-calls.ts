import { randomBytes } from 'node:crypto';

/** The name under which everything of Latchkey's stands in the keychain. */
const service = 'Latchkey';

/** One touch of the keychain. */
export type KeychainCall =
  | { readonly do: 'read' | 'remove'; readonly name: string }
  | { readonly do: 'write'; readonly name: string; readonly value: string }
  | { readonly do: 'ping' | 'probe' };

/** `failed`: the keychain's library rejected; its text is not passed on, for it is in nobody's hands what it says. */
export type KeychainReply =
  { readonly kind: 'ok'; readonly value: string | boolean | null } | { readonly kind: 'failed' | 'locked' };

/**
 * The only file that knows keytar. Never `findCredentials` or `findPassword`: on a locked keyring they crash the
 * process (docs/decisions/0001-keytar-build.md). Loaded on the first call, so that it costs the start nothing.
 */
export async function callKeytar(call: KeychainCall): Promise<KeychainReply> {
  const { default: keytar } = await import('keytar');
  try {
    switch (call.do) {
      case 'read':
        return { kind: 'ok', value: await keytar.getPassword(service, call.name) };
      case 'write':
        await keytar.setPassword(service, call.name, call.value);
        return { kind: 'ok', value: null };
      case 'remove':
        return { kind: 'ok', value: await keytar.deletePassword(service, call.name) };
      case 'ping':
        // Removing what is not there never opens a prompt, locked or not, so it is answered at once or never.
        return { kind: 'ok', value: await keytar.deletePassword(service, 'ping') };
      case 'probe':
        return await probe();
    }
  } catch (error) {
    return { kind: isLocked(error) ? 'locked' : 'failed' };
  }

  /** A canary of its own name each time, so that two Latchkeys do not take each other's. */
  async function probe(): Promise<KeychainReply> {
    const name = `probe:${randomBytes(8).toString('hex')}`;
    const canary = randomBytes(16).toString('hex');
    await keytar.setPassword(service, name, canary);
    const read = await keytar.getPassword(service, name);
    await keytar.deletePassword(service, name);
    if (read === canary) return { kind: 'ok', value: null };
    return { kind: read === null ? 'locked' : 'failed' };
  }
}

/** What libsecret and the macOS keychain say when they are locked and nobody unlocked them. */
function isLocked(error: unknown): boolean {
  const said = error instanceof Error ? error.message : String(error);
  return /locked|dismissed|cancel|interaction is not allowed|authorization/i.test(said);
}
