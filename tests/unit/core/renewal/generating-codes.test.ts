import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import type { Scripted } from '../../../fakes/fake-http';
import { empty, json, text } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  codesOf,
  held,
  listCodes,
  renewCodes,
  restart,
  type Story,
} from '../story';

const fresh = json(200, { recovery_codes: ['fresh-11111', 'fresh-22222'] });
const id = ({ accountId }: Story) => ({ accountId });
const generate = (story: Story) =>
  story.backend.generateRecoveryCodes({ ...id(story), withoutBackup: false });
const doubt = async (story: Story) => (await accountOf(story)).recoveryInDoubt;
const doubtOnDisk = async (story: Story) => doubt(restart(story));

/** Has the vault written no more from a coming write on, counted from 1. */
function fullFrom({ vaultFile }: Story, first: number): void {
  const write = vaultFile.write.bind(vaultFile);
  let writes = 0;
  vaultFile.write = (sealed) => {
    writes += 1;
    return writes < first ? write(sealed) : Promise.reject(new Error('ENOSPC'));
  };
}

describe('generating recovery codes', () => {
  it('shows the new ones, and leaves no doubt', async () => {
    const story = await appWithAccount();
    story.http.on(renewCodes, fresh);
    await generate(story);
    expect(await codesOf(story)).toEqual(['fresh-11111', 'fresh-22222']);
    expect(await doubt(story)).toBe(false);
    expect(await doubtOnDisk(story)).toBe(false);
    expect(story.http.calls).toEqual([renewCodes]);
  });

  it('has the doubt on disk before the request goes out', async () => {
    const story = await appWithAccount();
    const onDisk: boolean[] = [];
    story.http.on(renewCodes, async () => {
      onDisk.push(await doubtOnDisk(story));
      return fresh;
    });
    await generate(story);
    expect(onDisk).toEqual([true]);
  });

  it('shows no doubt while the answer is awaited, and all of it if Latchkey dies meanwhile', async () => {
    const story = await appWithAccount();
    const reply = held<HttpReply>();
    const sent = new Promise<void>((resolve) =>
      story.http.on(renewCodes, () => {
        resolve();
        return reply.promise;
      }),
    );
    const generating = generate(story);
    await sent;
    expect(await doubt(story)).toBe(false);
    expect(await doubt(restart(story))).toBe(true);
    reply.resolve(empty(504));
    expect(await codeOf(generating)).toBe('outcome-unknown');
    expect(await doubt(story)).toBe(true);
    expect(story.announced.at(-1)?.accounts[0]?.recoveryInDoubt).toBe(true);
  });

  it('sends nothing when the doubt cannot be written down', async () => {
    const story = await appWithAccount();
    // The first one proves that the vault can be written.
    fullFrom(story, 2);
    expect(await codeOf(generate(story))).toBe('vault-not-saved');
    expect(story.http.calls).toEqual([]);
    expect(await doubt(story)).toBe(false);
  });

  it.each<[string, Scripted, string]>([
    ['silence', 'timed-out', 'outcome-unknown'],
    ['a broken connection', 'broken-off', 'outcome-unknown'],
    ['a gateway that gave up', empty(502), 'outcome-unknown'],
    ['a slow gateway', empty(504), 'outcome-unknown'],
    ['a failing service', empty(500), 'service-failed'],
    ['half an answer', text(200, null), 'answer-not-understood'],
    ['an answer without codes', json(200, {}), 'answer-not-understood'],
    ['an undocumented success', empty(204), 'answer-not-understood'],
    ['a redirect, as after a form', 'redirected', 'redirect-refused'],
    ['something unforeseen', () => Promise.reject(new Error('unforeseen')), 'bug'],
  ])('keeps the doubt after %s, over a restart, until the codes are fetched', async (_what, answer, code) => {
    const story = await appWithAccount();
    story.http.on(renewCodes, answer);
    expect(await codeOf(generate(story))).toBe(code);
    expect(story.http.calls, 'it is never sent twice').toEqual([renewCodes]);
    expect(await doubt(story)).toBe(true);

    const later = restart(story);
    expect(await doubt(later)).toBe(true);
    later.http.on(listCodes, empty(500), fresh);
    expect(await codeOf(later.backend.fetchRecoveryCodes(id(later)))).toBe('service-failed');
    expect(await doubt(later)).toBe(true);
    await later.backend.fetchRecoveryCodes(id(later));
    expect(await doubt(later)).toBe(false);
    expect(await doubt(restart(later))).toBe(false);
  });

  it.each<[string, Scripted, string]>([
    ['a refused token', empty(401), 'token-refused'],
    ['a denied access', empty(403), 'access-denied'],
    ['no codes to replace', empty(404), 'no-recovery-codes'],
    ['codes that are not to be had', empty(422), 'recovery-codes-unavailable'],
    ['a rate limit', empty(429), 'rate-limited'],
    ['no connection', 'unreachable', 'offline'],
    ['a certificate that is not trusted', 'not-trusted', 'connection-not-trusted'],
  ])('clears the doubt after %s', async (_what, answer, code) => {
    const story = await appWithAccount();
    story.http.on(renewCodes, answer);
    expect(await codeOf(generate(story))).toBe(code);
    expect(await doubt(story)).toBe(false);
    expect(await doubtOnDisk(story)).toBe(false);
  });

  it('keeps an older doubt when the new attempt certainly did nothing', async () => {
    const story = await appWithAccount();
    story.http.on(renewCodes, 'timed-out', 'unreachable');
    expect(await codeOf(generate(story))).toBe('outcome-unknown');
    expect(await codeOf(generate(story))).toBe('offline');
    expect(await doubt(story)).toBe(true);
  });

  it('says why it failed although the doubt cannot be cleared on disk', async () => {
    const story = await appWithAccount();
    story.http.on(renewCodes, () => {
      story.vaultFile.full = true;
      return Promise.resolve(empty(422));
    });
    expect(await codeOf(generate(story))).toBe('recovery-codes-unavailable');
    expect(await doubt(story)).toBe(false);
  });

  it('shows the new codes although the doubt cannot be cleared on disk', async () => {
    const story = await appWithAccount();
    story.http.on(renewCodes, () => {
      // The next one has the codes.
      fullFrom(story, 2);
      return Promise.resolve(fresh);
    });
    await generate(story);
    expect(await codesOf(story)).toEqual(['fresh-11111', 'fresh-22222']);
    expect(await doubt(story)).toBe(false);
    expect(await codesOf(restart(story))).toEqual(['fresh-11111', 'fresh-22222']);
  });

  it('leaves the old codes on view when it is not known whether they are void', async () => {
    const story = await appWithAccount();
    story.http.on(listCodes, json(200, { recovery_codes: ['older-11111'] })).on(renewCodes, 'timed-out');
    await story.backend.fetchRecoveryCodes(id(story));
    expect(await codeOf(generate(story))).toBe('outcome-unknown');
    expect(await codesOf(story)).toEqual(['older-11111']);
  });

  it('does not run twice, nor while codes are fetched', async () => {
    const story = await appWithAccount();
    const reply = held<HttpReply>();
    story.http.on(renewCodes, () => reply.promise);
    const first = generate(story);
    expect(await codeOf(generate(story))).toBe('busy');
    expect(await codeOf(story.backend.fetchRecoveryCodes(id(story)))).toBe('busy');
    reply.resolve(fresh);
    await first;
    expect(story.http.calls).toEqual([renewCodes]);
  });

  it('clears the doubt of a run that never sent anything, because the keychain was locked', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    expect(await codeOf(generate(story))).toBe('keychain-locked');
    expect(await doubt(story)).toBe(false);
    expect(story.http.calls).toEqual([]);
  });
});
