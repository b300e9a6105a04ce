import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../src-main/practice-service/state/secret-text';
import { freshState } from '../../../../src-main/practice-service/state/state';
import { undiciHttp } from '../../../../src-main/edge/http/http';
import { makeApp } from '../../../app/make-app';
import { entriesOf } from '../../core/story';
import { startPractice, temporaryFolder, TOKEN } from '../../practice-service/practice-fixture';

/** Codes as services may list them, and how a person may type each. */
const rows: readonly (readonly [listed: string, typed: string])[] = [
  ['1234-5678', '12345678'],
  ['2345 6789', '2345-6789'],
  ['abcd_EFGH', 'ABCD_efgh'],
  ['q7/w?d#8%1&k=+;', 'q7/w?d#8%1&k=+;'],
  ['%2e%2e%2f', '%2e%2e%2f'],
  ['../../user', '../../user'],
  ['a"b\\c<d>{e}|f^g`', 'a"b\\c<d>{e}|f^g`'],
  ["(it's)*~!@$,:", "(it's)*~!@$,:"],
  ['schlüssel-無効-🔑', 'SCHLÜSSEL 無効 🔑'],
  ['river cat ladder ox', 'River cat ladder ox'],
];

/** The whole core on the real HTTP client, and the real practice service with these recovery codes. */
async function connected() {
  const stateFile = path.join(await temporaryFolder(), 'state.json');
  const codes = rows.map(([code]) => ({ code, used: false }));
  const state = { ...freshState('+1 555 0100'), tokenHashes: [sha256(TOKEN)], recoveryCodes: codes };
  await writeFile(stateFile, JSON.stringify(state));
  const { service } = await startPractice({ stateFile });
  const world = makeApp({}, { http: undiciHttp(() => Promise.resolve('DIRECT')) });
  const { accountId } = await world.backend.addAccount({
    label: 'Real',
    serviceUrl: service.url,
    tokenPrefix: '',
    saveUnchecked: false,
    token: TOKEN,
  });
  await world.backend.fetchRecoveryCodes({ accountId });
  return { world, accountId, service };
}

it('every listed code arrives at the practice service as it stands there, and is used here and there', async () => {
  const { world, accountId, service } = await connected();
  expect((await world.backend.revealRecoveryCodes({ ledgerId: accountId })).codes).toEqual(
    rows.map(([code]) => code),
  );
  for (const [listed, typed] of rows) {
    const verified = await world.backend.verifyCode({ accountId, code: typed });
    expect(verified, listed).toMatchObject({ outcome: 'accepted' });
  }
  const here = await entriesOf(world, accountId);
  expect(here.map(({ state }) => state)).toEqual(rows.map(() => 'used'));
  // What the service still lists are the unused ones: none.
  await world.backend.fetchRecoveryCodes({ accountId });
  const later = await entriesOf(world, accountId);
  expect(later.every(({ state }) => state === 'used')).toBe(true);
  const verifies = service.seen().filter(({ path: seen }) => seen.includes('verify'));
  expect(verifies).toEqual(rows.map(() => ({ method: 'POST', path: '/user/otp/verify/{otp}' })));
});
