import { serviceUrl } from '../story';

export const firstId = '9d897f0a-dc1c-4330-8292-59176011b3b6';
export const secondId = '25ba8614-e49d-45e6-b18a-8df204dae2e7';

/** Its fields, of which the settings name the first's id. */
interface FirstAccount {
  readonly id: string;
  readonly [other: string]: unknown;
}

/** An account as the settings of Latchkey 0.1.0 had it, with whatever differs. */
export const firstAccount = (differs: object = {}): FirstAccount => ({
  id: firstId,
  label: 'Work',
  kind: 'own',
  serviceUrl,
  tokenPrefix: '',
  token: 'keychain',
  session: null,
  texts: { sentAt: null, waitUntil: null, asked: 0 },
  recoveryInDoubt: false,
  sunset: null,
  ...differs,
});

/** The settings file of Latchkey 0.1.0 with these accounts, of which the first is active. */
export const firstSettings = (...accounts: readonly FirstAccount[]): string =>
  JSON.stringify({
    schema: 2,
    theme: 'dark',
    activeAccountId: accounts[0]?.id ?? null,
    accounts,
    backups: null,
  });
