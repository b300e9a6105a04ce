import type { Fakes } from '../../../app/make-app';
import { bind, type Destination } from '../../../../src-main/core/accounts/bound-token';
import { serviceUrl } from '../story';

/** A token as it is kept for an account at the story's service, or elsewhere. */
export const boundTo = (token: string, differs: Partial<Destination> = {}): string =>
  bind(token, { kind: 'own', serviceUrl, tokenPrefix: '', ...differs });

/** What the keychain has but the vault's key, the count of its writes and that of wrong passphrases. */
export const entriesBesideKey = ({ secrets }: Fakes): [name: string, value: string][] =>
  [...secrets.entries].filter(([name]) => !/^(vault-identity|vault-writes|wrong-tries)/.test(name));

/** What it has of tokens, and of anything else but those. */
export const keptTokens = (fakes: Fakes): string[] => entriesBesideKey(fakes).map(([, value]) => value);

/** What the files hold as they lie there, each of them with its last good version and every one that was there before. */
export function onDisk({ settingsFile, profileFile, vaultFile, vaultKeyFile }: Fakes): string {
  const texts = [settingsFile.text, settingsFile.backup, ...settingsFile.written, ...settingsFile.aside];
  const bytes = [vaultFile.sealed, vaultFile.backup, ...vaultFile.written, ...vaultFile.aside];
  const sealed = [...bytes, vaultKeyFile.sealed, vaultKeyFile.next];
  return [
    ...[...texts, profileFile.text, profileFile.backup].map((text) => text ?? ''),
    ...sealed.map((one) => Buffer.from(one ?? []).toString('latin1')),
  ].join('\n');
}

/** What is sealed in the vault and its last good version, and was in every one before. */
export function insideVault({ vaultFile }: Fakes): string {
  const bytes = [vaultFile.sealed, vaultFile.backup, ...vaultFile.written];
  return bytes.map((one) => opened(one)).join('\n');
}

/** What is sealed in the vault of now. */
export const insideVaultNow = ({ vaultFile }: Fakes): string => opened(vaultFile.sealed);

/** As the fake sealer has it: the second line, in base64. */
function opened(sealed: Uint8Array | null): string {
  const [, body = ''] = Buffer.from(sealed ?? [])
    .toString('latin1')
    .split('\n');
  return Buffer.from(body, 'base64').toString('utf8');
}
