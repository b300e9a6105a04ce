import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../../../scripts/desktop/session.mjs';
import type { Service } from './fixtures';
import { keepInKeyring } from './open-vault';
import { readVault, sealVault } from './vault-text';

interface Parts {
  readonly profile: string;
  /** The vault's. */
  readonly identity: string;
  readonly session: Session;
  readonly service: Service;
  /** The account's. */
  readonly codes: readonly string[];
}

/**
 * Makes a profile with one account one of Latchkey 0.1.0, which named no profiles, kept the accounts in the settings and
 * bound no token to its address.
 */
export async function makeFirstVersion(parts: Parts): Promise<void> {
  const { profile, identity, session, service, codes } = parts;
  const { facts } = (await readVault(profile, identity)).store;
  const id = Object.values(facts).find(({ body }) => body.kind === 'account')?.of ?? '';
  const account = {
    ...{ id, label: 'Work', kind: 'own', serviceUrl: service.url, tokenPrefix: '', token: 'keychain' },
    ...{ session: null, texts: { sentAt: null, waitUntil: null, asked: 0 } },
    ...{ recoveryInDoubt: false, sunset: null },
  };
  const set = {
    ...{ name: 'K7-4QD', fetchedAt: Date.UTC(2026, 8, 1), replacedAt: null },
    codes: codes.map((code) => ({ code, state: 'unused', at: null, note: '' })),
  };
  const settings = { schema: 2, theme: 'system', activeAccountId: id, accounts: [account], backups: null };
  await sealVault(profile, identity, { schema: 1, ledgers: [{ id, label: 'Work', sets: [set] }] });
  await writeFile(path.join(profile, 'settings.json'), JSON.stringify(settings));
  for (const name of ['vault.age.bak', 'settings.json.bak', 'profile.json', 'profile.json.bak'])
    await rm(path.join(profile, name), { force: true });
  execFileSync('secret-tool', ['clear', 'service', 'Latchkey'], { env: session.env });
  keepInKeyring('vault-identity', identity, session);
  keepInKeyring(`token:${id}`, service.token, session);
}
