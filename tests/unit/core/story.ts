import type { Account, CodeEntry, Snapshot } from '#contract/snapshot';
import { json } from '../../fakes/fake-http';
import { makeApp, type Fakes, withoutNumber, type World } from '../../app/make-app';

export const serviceUrl = 'https://service.test/v1';
export const token = 'token-of-ada-lovelace';
export const whoAmI = 'GET /v1/user';
export const askForText = 'POST /v1/user/otp/sms/receive';
export const listCodes = 'GET /v1/user/otp/recovery-codes';
export const renewCodes = 'POST /v1/user/otp/recovery-codes';
export const verify = (code: string): string => `POST /v1/user/otp/verify/${code}`;

export const ada = json(200, { id: 'u1', full_name: 'Ada Lovelace', phone_number: '+44 20 7946 0958' });
export const unknownToken = json(401, { error: 'Invalid authentication token' });

/** What `addAccount` takes, with whatever differs. */
export const newAccount = (differs: Partial<Parameters<World['backend']['addAccount']>[0]> = {}) => ({
  label: 'Work',
  serviceUrl,
  tokenPrefix: '' as const,
  saveUnchecked: false,
  token,
  ...differs,
});

/** An app that has one account, whose token is in the keychain, and a service that knows the token. */
export interface Story extends World {
  readonly accountId: string;
}

export async function appWithAccount(
  kept: Partial<Fakes> = {},
  differs: Parameters<typeof newAccount>[0] = {},
): Promise<Story> {
  const world = makeApp(kept);
  world.http.on(whoAmI, ada);
  const { accountId } = await world.backend.addAccount(newAccount(differs));
  world.http.requests.length = 0;
  return { ...world, accountId };
}

/** Does something while there is no keychain, which is there again afterwards, untouched. */
export async function withoutKeychain<T>({ secrets }: World, task: () => Promise<T>): Promise<T> {
  secrets.trouble = 'unavailable';
  try {
    return await task();
  } finally {
    secrets.trouble = null;
    secrets.touches.length = 0;
  }
}

/** An app with a practice account that was added without a keychain, and so lives for this run, at the story's service. */
export async function appWithPracticeForThisRun(kept: Partial<Fakes> = {}): Promise<Story> {
  const world = makeApp(kept);
  world.practice.url = serviceUrl;
  world.http.on(whoAmI, ada);
  const { accountId } = await withoutKeychain(world, () => world.backend.addPracticeAccount({}));
  world.http.requests.length = 0;
  return { ...world, accountId };
}

/** The app ends and starts again: what was in memory is gone. */
export const restart = (story: Story): Story => ({ ...makeApp(story), accountId: story.accountId });

export const snapshotOf = async (world: World): Promise<Snapshot> =>
  withoutNumber(await world.backend.readSnapshot({}));

/** The story's account as the window sees it. Throws when it is not there. */
export async function accountOf(story: Story): Promise<Account> {
  const account = (await snapshotOf(story)).accounts.find(({ id }) => id === story.accountId);
  if (!account) throw new Error('the account is gone');
  return account;
}

/** What is known of the codes of a ledger, as the window asks for it. */
export const entriesOf = async (world: World, ledgerId: string): Promise<CodeEntry[]> =>
  (await world.backend.readLedger({ ledgerId })).entries;

/** What is known of the codes of the ledger without an account that stands first. */
export const entriesByHand = async (world: World): Promise<CodeEntry[]> =>
  entriesOf(world, (await snapshotOf(world)).handKept[0]?.id ?? '');

/** The story's ledger, as the calls that need no network name it. */
export const ofLedger = ({ accountId }: Story) => ({ ledgerId: accountId });

/** The story's account and what the service lists as its recovery codes, fetched. */
export async function appWithCodes(codes: readonly string[], story?: Story): Promise<Story> {
  const known = story ?? (await appWithAccount());
  known.http.on(listCodes, json(200, { recovery_codes: codes }));
  await known.backend.fetchRecoveryCodes({ accountId: known.accountId });
  return known;
}

/** The codes of the current set. @throws AppError as the call */
export const codesOf = async (story: Story): Promise<string[]> =>
  (await story.backend.revealRecoveryCodes(ofLedger(story))).codes;

/** A call of the service that does not answer before it is told to. */
export function held<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
