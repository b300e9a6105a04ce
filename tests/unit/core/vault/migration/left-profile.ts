import { doPassphraseJob } from '../../../../../src-main/edge/sealing/passphrase-job';
import { createSealer } from '../../../../../src-main/edge/sealing/sealer';
import { makeApp, type World } from '../../../../app/make-app';
import {
  type FirstVersionProfile,
  leftByFirstVersion,
  passphrases,
} from '../../../../app/profile-of-first-version';
import type { Story } from '../../story';

type Job = Parameters<typeof doPassphraseJob>[0];
const done = new Map<string, ReturnType<typeof doPassphraseJob>>();

/** The real age. What was opened by a passphrase once is not worked out again: it would be for most of the time. */
export const rememberingSealer = createSealer({
  prepare: () => undefined,
  do(job: Job) {
    const name = JSON.stringify(job, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    );
    const known = done.get(name) ?? doPassphraseJob(job);
    done.set(name, known);
    return known;
  },
});

/** A profile that Latchkey 0.1.0 left, on which nothing was started yet. */
export const leftBehind = (name: FirstVersionProfile): Story => ({
  // Nothing but its fakes is gone on with.
  ...makeApp(),
  ...leftByFirstVersion(name),
  accountId: '',
});

/** Latchkey on it. */
export const startedOn = (story: Story): Story => ({
  ...makeApp(story, { sealer: rememberingSealer }),
  accountId: '',
});

/** Its owner opens it, and says yes to what the settings named. */
export async function takeOver({ app, backend }: World): Promise<void> {
  const { lock } = await backend.readSnapshot({});
  if (lock.locked && lock.by === 'passphrase') await backend.unlock({ passphrase: passphrases.lock });
  if ((await backend.readSnapshot({})).takenOver) await backend.believeTakenOver({});
  await app.warmUp();
  await app.settled();
}

/** All that is in it: codes with their states and notes, accounts, folders, choices, and which token goes where. */
export async function allOf(world: World): Promise<unknown> {
  const { backend, http } = world;
  const { accounts, activeAccountId, handKept, backups, lock, theme, takenOver, vault } =
    await backend.readSnapshot({});
  const lists = [];
  for (const { id, label } of [...accounts, ...handKept]) {
    const codes = await backend.revealRecoveryCodes({ ledgerId: id }).catch(() => null);
    const { entries } = await backend.readLedger({ ledgerId: id }).catch(() => ({ entries: [] }));
    lists.push({ label, codes, entries });
  }
  http.requests.length = 0;
  for (const { id: accountId } of accounts) {
    await backend.verifyCode({ accountId, code: '123456' }).catch(() => undefined);
  }
  return {
    sent: http.requests.map(({ url, headers }) => `${headers['x-auth-token'] ?? ''} to ${url}`),
    accounts: accounts.map(({ id, label, serviceUrl, kind, token, recoveryInDoubt }) => ({
      ...{ id, label, kind, token, recoveryInDoubt },
      // The practice service has no address before it is asked.
      serviceUrl: kind === 'practice' ? '' : serviceUrl,
    })),
    ...{ activeAccountId, lists, theme, takenOver, setAside: vault.setAside, afterIdle: lock.afterIdle },
    folders: backups?.folders.map(({ path, health }) => [path, health]),
  };
}
