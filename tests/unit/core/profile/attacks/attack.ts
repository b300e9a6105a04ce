import type { World } from '../../../../app/make-app';
import { serviceUrl, token } from '../../story';
import { liveOn, stealIn } from './person';
import { type Computer, type ProfileFiles, secondOf, startOn } from './profile-files';
import {
  backupPassphrase,
  byHand,
  codes,
  folder,
  otherToken,
  otherUrl,
  secondToken,
  secondUrl,
  session,
  type Victim,
} from './victims';

/** The profile's files as somebody left them. */
export interface Attack {
  readonly what: string;
  readonly files: ProfileFiles;
  /** Where the files lie, where it is another place than before. */
  readonly place?: string;
  /**
   * The vault is from before a passphrase was set, and the first version's entry opens it: that entry is left in the
   * keychain, for another profile may have nothing else. What it held then is shown; no token is there any more.
   */
  readonly isUnguarded?: boolean;
}

const destinations: readonly (readonly [secret: string, address: string])[] = [
  [token, serviceUrl],
  [session, serviceUrl],
  [otherToken, otherUrl],
  [secondToken, secondUrl],
];

/** Where a token went that must not go there. */
const misled = ({ http }: World): string[] =>
  http.requests.flatMap((request) =>
    destinations
      .filter(
        ([secret, address]) =>
          JSON.stringify(request).includes(secret) && !request.url.startsWith(`${address}/`),
      )
      .map(([secret]) => `${secret} was sent to ${request.url}`),
  );

/** Which writes went to where nobody set anything up. */
function strayed({ files }: World, { recipient }: Victim): string[] {
  const failures: string[] = [];
  for (const [place, content] of files.folders) {
    for (const [name, bytes] of content) {
      const [first = ''] = Buffer.from(bytes).toString('latin1').split('\n');
      const isOurs =
        place === folder && (first === `fake-age ${recipient}` || first.startsWith('fake-age scrypt-'));
      if (!isOurs) failures.push(`${place}/${name} was written, sealed to ${first}`);
    }
  }
  return failures;
}

/** What of the victim's is in what a thief saw. A name that stands in clear in a file is no news to them. */
function seenOf(seen: string, { settings, settingsBefore }: ProfileFiles): string[] {
  const inClear = `${settings ?? ''}${settingsBefore ?? ''}`;
  const secrets = [token, session, otherToken, ...codes, ...byHand, 'By hand', serviceUrl, otherUrl];
  return secrets
    .filter((one) => seen.includes(one) && !inClear.includes(one))
    .map((one) => `${one} was shown`);
}

/** With the files put back everything is as it was. */
async function whatIsLost(victim: Victim, computer: Computer): Promise<string[]> {
  const { ids, passphrase } = victim;
  const world = startOn(computer, victim.files);
  const { backend } = world;
  await backend.readSnapshot({});
  if (passphrase !== null) await backend.unlock({ passphrase });
  if ((await backend.readSnapshot({})).takenOver) await backend.believeTakenOver({});
  await world.app.warmUp();
  const { accounts, handKept, backups } = await backend.readSnapshot({});
  const found = {
    labels: [...accounts, ...handKept].map(({ label }) => label).sort(),
    codes: (await backend.revealRecoveryCodes({ ledgerId: ids.work })).codes,
    states: (await backend.readLedger({ ledgerId: ids.work })).entries.map(({ state }) => state),
    byHand: (await backend.revealRecoveryCodes({ ledgerId: ids.list })).codes,
    folders: backups?.folders.map(({ path }) => path),
  };
  for (const accountId of [ids.work, ids.home]) await backend.verifyCode({ accountId, code: '123456' });
  await backend.copySessionToken({ accountId: ids.work });
  for (const { id: folderId } of backups?.folders ?? [])
    await backend.checkBackup({ folderId, passphrase: backupPassphrase });
  await backend.backUpNow({});
  const sent = world.http.requests.map(({ url, headers }) => `${headers['x-auth-token'] ?? ''} to ${url}`);
  const wanted = {
    labels: ['By hand', 'Home', 'Practice service', 'Work'],
    codes,
    states: ['used', 'unused', 'unused'],
    byHand,
    folders: [folder],
  };
  const failures = [...misled(world), ...strayed(world, victim)];
  if (JSON.stringify(found) !== JSON.stringify(wanted)) failures.push(`left is ${JSON.stringify(found)}`);
  const calls = [
    `${token} to ${serviceUrl}/user/otp/verify/123456`,
    `Bearer ${otherToken} to ${otherUrl}/user/otp/verify/123456`,
  ];
  if (JSON.stringify(sent) !== JSON.stringify(calls)) failures.push(`sent was ${JSON.stringify(sent)}`);
  if (world.desktop.clipboard !== session) failures.push('the session is gone');
  return failures;
}

/**
 * Has Latchkey live on files that somebody left, by their owner and, where a passphrase is set, by somebody else first; and
 * then on those of before, put back.
 *
 * @returns a sentence for everything that must not be
 */
export async function failuresOf(victim: Victim, attack: Attack): Promise<string[]> {
  const failures: string[] = [];
  const run = async (who: string, how: (world: World) => Promise<string[]>): Promise<void> => {
    const computer = secondOf(victim.computer);
    const world = startOn(computer, attack.files, attack.place);
    try {
      const found = [
        ...(await how(world)),
        ...misled(world),
        ...world.bugs.map((bug) => `a bug: ${String(bug)}`),
      ];
      failures.push(...found.map((one) => `${who}: ${one}`));
      failures.push(...strayed(world, victim).map((one) => `${who}: ${one}`));
    } catch (error) {
      failures.push(`${who}: ${String(error)}`);
    }
    const lost = await whatIsLost(victim, computer).catch((error: unknown) => [String(error)]);
    failures.push(...lost.map((one) => `${who}, files put back: ${one}`));
  };
  await run('owner', async (world) => {
    await liveOn(world, victim);
    return [];
  });
  if (victim.passphrase !== null) {
    await run('thief', async (world) => {
      const seen = await stealIn(world);
      const asked = world.http.requests.filter(
        ({ url }) => ![world.practice.url, secondUrl].some((one) => url.startsWith(`${one}/`)),
      );
      const shown = attack.isUnguarded ? [] : seenOf(seen, attack.files);
      return [...shown, ...asked.map(({ url }) => `${url} was called`)];
    });
  }
  return failures.map((one) => `${attack.what}: ${one}`);
}
