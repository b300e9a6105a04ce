import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { snapshotOf } from '../story';
import { insideVaultNow, keptTokens, onDisk } from '../accounts/kept-tokens';

async function appWithPractice(): Promise<World & { accountId: string }> {
  const world = makeApp();
  world.http.on('GET /user', json(200, { phone_number: '+1 555 0100' }));
  const { accountId } = await world.backend.addPracticeAccount({});
  return { ...world, accountId };
}
const message = (at: number) => ({ at, to: '+1 555 0100', code: '123456' });

describe('the practice service', () => {
  it('is not started by a first start', async () => {
    const world = makeApp();
    await world.app.warmUp();
    expect(world.practice.starts).toBe(0);
    expect((await snapshotOf(world)).practicePhone).toBeNull();
  });

  it('becomes an account with one click, and with a token of its own', async () => {
    const story = await appWithPractice();
    const [token] = story.practice.tokens;
    expect(token).toMatch(/^[0-9a-f]{48}$/);
    expect(insideVaultNow(story)).toContain(token);
    expect(onDisk(story)).not.toContain(token);
    expect(keptTokens(story)).toEqual([]);
    expect(await snapshotOf(story)).toMatchObject({
      activeAccountId: story.accountId,
      accounts: [{ label: 'Practice service', kind: 'practice', serviceUrl: story.practice.url }],
      practicePhone: { running: true, messages: [] },
    });
    expect(story.http.requests[0]).toMatchObject({ url: `${story.practice.url}/user` });
  });

  it.each(['locked', 'unavailable', 'timed-out', 'crashed'] as const)(
    'needs no keychain, and lives for this run where that is %s',
    async (trouble) => {
      const world = makeApp();
      world.http.on('GET /user', json(200, {}));
      world.secrets.trouble = trouble;
      await world.backend.addPracticeAccount({});
      expect((await snapshotOf(world)).accounts).toMatchObject([{ kind: 'practice', token: 'memory' }]);
    },
  );

  it('gets labels that tell its accounts apart', async () => {
    const story = await appWithPractice();
    await story.backend.addPracticeAccount({});
    await story.backend.addPracticeAccount({});
    expect((await snapshotOf(story)).accounts.map(({ label }) => label)).toEqual([
      'Practice service',
      'Practice service 2',
      'Practice service 3',
    ]);
    expect(new Set(story.practice.tokens).size).toBe(3);
  });

  it('becomes one account on a double click', async () => {
    const world = makeApp();
    world.http.on('GET /user', json(200, {}));
    const first = world.backend.addPracticeAccount({});
    expect(await codeOf(world.backend.addPracticeAccount({}))).toBe('busy');
    await first;
    expect((await snapshotOf(world)).accounts).toHaveLength(1);
  });

  it('that does not come up is told, and nothing is kept', async () => {
    const world = makeApp();
    world.practice.broken = true;
    expect(await codeOf(world.backend.addPracticeAccount({}))).toBe('practice-service-down');
    const written = [...world.settingsFile.written, ...world.vaultFile.written];
    expect([world.secrets.touches, written]).toEqual([[], []]);
  });

  it('that ends while it learns the token is told in the same words', async () => {
    const world = makeApp();
    world.practice.allowToken = () => Promise.reject(new Error('the process ended'));
    expect(await codeOf(world.backend.addPracticeAccount({}))).toBe('practice-service-down');
    expect(world.secrets.touches).toEqual([]);
  });

  it('is started after a restart by the first call that needs it, and may have another port', async () => {
    const story = await appWithPractice();
    expect(onDisk(story) + insideVaultNow(story)).not.toContain('4100');
    story.practice.url = 'http://127.0.0.1:4200';
    const { starts } = story.practice;
    const later = makeApp(story);
    await later.app.warmUp();
    expect(story.practice.starts).toBe(starts);
    expect(await snapshotOf(later)).toMatchObject({
      accounts: [{ serviceUrl: '' }],
      practicePhone: { running: false, messages: [] },
    });
    later.http.on('POST /user/otp/sms/receive', empty(204));
    await later.backend.requestCode({ accountId: story.accountId });
    expect(later.http.requests.map(({ url }) => url)).toContain('http://127.0.0.1:4200/user/otp/sms/receive');
    expect(await snapshotOf(later)).toMatchObject({
      accounts: [{ serviceUrl: 'http://127.0.0.1:4200' }],
      practicePhone: { running: true },
    });
  });

  it('is started again by the next call after it ended', async () => {
    const story = await appWithPractice();
    story.practice.stop();
    expect(story.announced.at(-1)).toMatchObject({ practicePhone: { running: false } });
    story.practice.url = 'http://127.0.0.1:4300';
    story.http.on('POST /user/otp/sms/receive', empty(204));
    await story.backend.requestCode({ accountId: story.accountId });
    expect(story.http.requests.at(-1)?.url).toBe('http://127.0.0.1:4300/user/otp/sms/receive');
    expect((await snapshotOf(story)).practicePhone).toMatchObject({ running: true });
  });

  it('that is down is told by the calls of its accounts', async () => {
    const story = makeApp(await appWithPractice());
    story.practice.broken = true;
    const { accounts } = await snapshotOf(story);
    const accountId = accounts[0]?.id ?? '';
    expect(await codeOf(story.backend.requestCode({ accountId }))).toBe('practice-service-down');
  });

  it('shows its text messages on its phone, as many as fit', async () => {
    const story = await appWithPractice();
    const messages = Array.from({ length: limits.practiceMessages + 5 }, (_, index) => message(index));
    story.practice.tell(messages);
    expect(story.announced.at(-1)?.practicePhone?.messages).toEqual(
      messages.slice(-limits.practiceMessages).reverse(),
    );
  });

  it('shows no phone once its last account is gone', async () => {
    const story = await appWithPractice();
    story.practice.tell([message(1)]);
    await story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false });
    expect((await snapshotOf(story)).practicePhone).toBeNull();
  });
});
