import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { smallPdf } from '../../fakes/small-pdf';
import { understandFile } from '../../../scripts/understand/understand-file';

const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-understand-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function lineOf(content: string | Uint8Array): Promise<unknown> {
  const file = path.join(folder, 'codes');
  await writeFile(file, content);
  const line = await understandFile(file);
  expect(Object.keys(line)).toEqual(['file', 'kind', 'recoveryCodes', 'refused']);
  expect(line.file).toBe(file);
  return { ...line, file: '' };
}
const refusal = (kind: string, refused: string) => ({ file: '', kind, recoveryCodes: [], refused });

it('a file with codes is a line with them, the proposed ones', async () => {
  const codes = (...recoveryCodes: { code: string; used: boolean }[]) => ({
    ...{ file: '', kind: 'recovery-codes', recoveryCodes, refused: null },
  });
  const two = [
    { code: 'q7wd-81kz', used: true },
    { code: 'm3pa-92xe', used: false },
  ] as const;
  expect(await lineOf('q7wd-81kz (used)\nm3pa-92xe')).toEqual(codes(...two));
  expect(await lineOf(Buffer.from('\ufeffq7wd-81kz (used)\nm3pa-92xe', 'utf16le'))).toEqual(codes(...two));
  const key = '28119 26495 09100\n68251 50276 55290';
  expect(await lineOf(key)).toEqual(codes({ code: key.replace('\n', ' '), used: false }));
});

it('a PDF is read in its columns', async () => {
  const pdf = smallPdf([
    [
      { text: '1. q7wd-81kz', x: 60, y: 720 },
      { text: '2. m3pa-92xe', x: 300, y: 720 },
    ],
  ]);
  expect(await lineOf(pdf)).toMatchObject({
    recoveryCodes: [
      { code: 'q7wd-81kz', used: false },
      { code: 'm3pa-92xe', used: false },
    ],
  });
});

it.each([
  ['otpauth://totp/Bank:ada?secret=JBSWY3DPEHPK3PXP', 'otpauth-link', 'otpauth-link'],
  ['JBSWY3DPEHPK3PXP', 'bare-secret', 'bare-secret'],
  ['Keep them safe, please.', 'unknown', 'no-codes-found'],
  ['x '.repeat(limits.pastedCodes), 'unknown', 'pasted-too-long'],
  ['%PDF-1.7 q7wd-81kz', 'unknown', 'file-unreadable'],
  [smallPdf([[{ text: 'q7wd-81kz', x: 60, y: 700 }]], { locked: true }), 'unknown', 'read-pdf-locked'],
  [smallPdf([[]]), 'unknown', 'read-no-text'],
  [Uint8Array.of(1, 0, 0, 0), 'unknown', 'file-not-text'],
])('one without says why (%#)', async (content, kind, refused) => {
  expect(await lineOf(content)).toEqual(refusal(kind, refused));
});

it('one that cannot be read is a line, too', async () => {
  const file = path.join(folder, 'huge');
  await writeFile(file, '');
  await truncate(file, limits.textToRead + 1);
  const missing = path.join(folder, 'missing');
  for (const [one, refused] of [
    [file, 'file-too-large'],
    [folder, 'file-unreadable'],
    [missing, 'file-unreadable'],
  ] as const) {
    expect(await understandFile(one)).toEqual({ ...refusal('unknown', refused), file: one });
  }
});
