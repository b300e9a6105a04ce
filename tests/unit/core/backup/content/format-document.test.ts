import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bind } from '../../../../../src-main/core/accounts/bound-token';
import { entryRecord } from '../../../../../src-main/core/records/backed-up';
import { codeSetRecord } from '../../../../../src-main/core/records/code-set';
import { recoveryCodeRecord } from '../../../../../src-main/core/records/recovery-code';
import { kinds } from '../../../../../src-main/core/store/kinds/kinds';
import { latestKeys } from '../../../../../src-main/core/store/kinds/latest-keys';
import { viewOf } from '../../../../../src-main/core/store/view/view';
import { localShape } from '../../../../../src-main/core/vault/local';
import { isFirst, parseContents } from '../../../../../src-main/core/vault/vault-contents';

const document = readFileSync(
  path.resolve(import.meta.dirname, '../../../../../docs/backup-format.md'),
  'utf8',
);

const ofTheVault = [localShape.entries, kinds, latestKeys].flatMap((all) => Object.keys(all));

it.each([
  ...new Set([...entryRecord.names, ...codeSetRecord.names, ...recoveryCodeRecord.names, ...ofTheVault]),
])('the document of the format names the field %s', (name) => {
  expect(document).toMatch(new RegExp(`["\`]${name}["\`]`, 'u'));
});

it('its example of a vault is one, with a code of which one is used', () => {
  const [example = ''] = /^ {4}\{\n {6}"schema"[^]*?^ {4}\}$/m.exec(document) ?? [];
  const read = parseContents(example, null);
  if (read.kind !== 'good' || isFirst(read.value)) throw new Error('no vault');
  const { store, local } = read.value;
  expect(viewOf(store)).toMatchObject([
    {
      label: 'Work',
      serviceUrl: 'https://api.example.com/v1',
      tokenPrefix: 'Bearer',
      ledger: { sets: [{ name: 'K7-4QD', codes: [{ state: 'unused' }, { state: 'used' }] }] },
    },
  ]);
  const to = { kind: 'own', serviceUrl: 'https://api.example.com/v1', tokenPrefix: 'Bearer' } as const;
  expect(local.secrets).toMatchObject([{ bound: bind('a-token-of-yours', to) }]);
});
