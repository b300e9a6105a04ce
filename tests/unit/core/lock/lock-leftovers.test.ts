import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { json } from '../../../fakes/fake-http';
import { codes } from './lock-world';
import { appWithCodes, held, renewCodes } from '../story';

describe('a lock', () => {
  it('has what lies about in memory dropped, once for each lock', async () => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    await story.app.lock();
    expect(story.leftovers).toMatchObject({ dropped: 1, cleared: 1 });
    await story.backend.unlock({ passphrase: '' });
    await story.backend.lock({});
    expect(story.leftovers).toMatchObject({ dropped: 2, cleared: 2 });
  });

  it('has the windows let go at once, and clears main’s memory when nothing needs the codes', async () => {
    const story = await appWithCodes(codes);
    const answer = held<HttpReply>();
    story.http.on(renewCodes, () => answer.promise);
    const generating = story.backend.generateRecoveryCodes({
      accountId: story.accountId,
      withoutBackup: false,
    });
    await expect.poll(() => story.http.requests.at(-1)?.method).toBe('POST');
    const locking = story.app.lock();
    await expect.poll(() => story.leftovers.dropped).toBe(1);
    expect(story.leftovers.cleared).toBe(0);
    answer.resolve(json(200, { recovery_codes: ['ccccc-33333'] }));
    await Promise.all([generating, locking]);
    expect(story.leftovers.cleared).toBe(1);
  });
});
