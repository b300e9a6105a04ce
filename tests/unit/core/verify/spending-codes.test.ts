import { expect, it } from 'vitest';
import { empty, json } from '../../../fakes/fake-http';
import { appWithCodes, ofLedger, snapshotOf, type Story, verify, entriesOf } from '../story';

const list = ['acdef-34679', 'ghjkm-99999'];
const states = async (story: Story) => (await entriesOf(story, story.accountId)).map(({ state }) => state);

it('a recovery code that the service accepts is used in the ledger', async () => {
  const story = await appWithCodes(list);
  story.http.on(verify('ghjkm-99999'), empty(204));
  await story.backend.verifyCode({ accountId: story.accountId, code: 'ghjkm-99999' });
  expect(await states(story)).toEqual(['unused', 'used']);
});

it('a recovery code that is refused stays as it is', async () => {
  const story = await appWithCodes(list);
  story.http.on(verify('ghjkm-99999'), json(400, { errors: ['The code is not valid'] }));
  await story.backend.verifyCode({ accountId: story.accountId, code: 'ghjkm-99999' });
  expect(await states(story)).toEqual(['unused', 'unused']);
});

it('an accepted code is told as accepted although the ledger cannot be written', async () => {
  const story = await appWithCodes(list);
  story.http.on(verify('acdef-34679'), empty(204));
  story.vaultFile.full = true;
  const verified = story.backend.verifyCode({ accountId: story.accountId, code: 'acdef-34679' });
  expect(await verified).toMatchObject({ outcome: 'accepted' });
});

it('codes that outlive their account carry its last name', async () => {
  const story = await appWithCodes(list);
  await story.backend.renameAccount({ accountId: story.accountId, label: 'Home' });
  await story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false });
  expect((await snapshotOf(story)).handKept).toMatchObject([{ id: ofLedger(story).ledgerId, label: 'Home' }]);
});
