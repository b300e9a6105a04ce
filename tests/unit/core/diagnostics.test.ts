import { expect, it } from 'vitest';
import { codeOf } from '../../app/failure-of';
import { makeApp } from '../../app/make-app';
import { codes } from './lock/lock-world';
import { appWithCodes, restart, serviceUrl, token } from './story';
import { addByHand } from './vault/vault-world';

it('tells states and counts, and nothing of a secret, a name or an address', async () => {
  const story = await appWithCodes(codes);
  await addByHand(story, 'My bank');
  const { text } = await story.backend.readDiagnostics({});
  expect(text).toContain('Latchkey 0.0.0-test\nElectron 0.0.0\n');
  expect(text).toContain('Accounts: 1 (0 practice); tokens: 1 keychain, 0 vault, 0 memory, 0 missing');
  expect(text).toContain('Recovery codes: of 1 accounts (0 in doubt), 1 kept by hand');
  const { name } = (await story.backend.readSnapshot({})).accounts[0]?.recovery ?? { name: '' };
  const private_ = [
    ...codes,
    token,
    serviceUrl,
    'service.test',
    'Work',
    'My bank',
    'mnop-5678',
    name,
    story.accountId,
  ];
  for (const one of private_) expect(text).not.toContain(one);
});

it('copies what was shown, and nothing before', async () => {
  const story = restart(await appWithCodes(codes));
  expect(await codeOf(story.backend.copyDiagnostics({}))).toBe('bad-input');
  const { text } = await story.backend.readDiagnostics({});
  story.secrets.trouble = 'unavailable';
  await story.backend.probeKeychain({}).catch(() => undefined);
  await story.backend.copyDiagnostics({});
  expect(story.desktop.clipboard).toBe(text);
  expect((await story.backend.readDiagnostics({})).text).not.toBe(text);
});

it('fits on a fresh start, too', async () => {
  const { text } = await makeApp().backend.readDiagnostics({});
  expect(text).toContain('Accounts: 0');
});
