import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPracticeService } from '../../../src-main/practice-service/server';
import { startPractice, temporaryFolder, TOKEN } from './practice-fixture';

const sound = {
  version: 1,
  userId: 'someone',
  tokenHashes: ['00'],
  sessions: [{ hash: '00', expiresAt: 1 }],
  phone: '+1 555 0199',
  factor: { kind: 'app', secret: '00', lastStep: 1 },
  pendingSecret: '00',
  sms: { code: '123456', sentAt: 1, expiresAt: 2, wrongTries: 0, used: false },
  recoveryCodes: [{ code: 'aaaaa-aaaaa', used: false }],
};

const without = Object.keys(sound).map((key) => ({ ...sound, [key]: undefined }));
const twisted = [
  { version: 2 },
  { tokenHashes: [1] },
  { sessions: [{ hash: '00', expiresAt: 'soon' }] },
  { sessions: [{ expiresAt: 1 }] },
  { phone: 1 },
  { factor: { kind: 'pigeon' } },
  { factor: { kind: 'app', secret: '00' } },
  { factor: { kind: 'app', lastStep: 1 } },
  { pendingSecret: 1 },
  ...Object.keys(sound.sms).map((key) => ({ sms: { ...sound.sms, [key]: null } })),
  { recoveryCodes: [{ code: 'aaaaa-aaaaa' }] },
  { recoveryCodes: [{ used: false }] },
  { recoveryCodes: {} },
].map((twist) => ({ ...sound, ...twist }));

async function startWith(text: string) {
  const stateFile = join(await temporaryFolder(), 'state.json');
  await writeFile(stateFile, text);
  const { service, client } = await startPractice({ stateFile });
  return { stateFile, service, client };
}

describe('a state file', () => {
  test('that is sound is used', async () => {
    const { service, client } = await startWith(JSON.stringify(sound));
    expect(service.setAside).toBeNull();
    expect((await client.get('/user')).json).toMatchObject({ id: 'someone', two_factor_auth: 'app' });
  });

  const damaged = [
    '',
    '{',
    'null',
    '[]',
    '\0\0\0\0',
    ...[...without, ...twisted].map((state) => JSON.stringify(state)),
  ];
  test.each(damaged)('that is damaged is set aside: %s', async (text) => {
    const { stateFile, service, client } = await startWith(text);
    expect(service.setAside).toMatch(`${stateFile}.damaged-`);
    expect(await readFile(service.setAside ?? '', 'utf8')).toBe(text);
    expect((await client.get('/user')).json).toMatchObject({
      phone_number: '+1 555 0100',
      two_factor_auth: 'sms',
    });
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({ version: 1, recoveryCodes: null });
  });

  test('that cannot be read stops the start, and stays', async () => {
    const stateFile = join(await temporaryFolder(), 'state.json');
    await mkdir(stateFile);
    await expect(startPracticeService({ stateFile, tokens: [TOKEN] })).rejects.toMatchObject({
      code: 'EISDIR',
    });
  });
});
