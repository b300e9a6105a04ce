import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { entryRecord } from '../../../../../src-main/core/records/backed-up';
import { codeSetRecord } from '../../../../../src-main/core/records/code-set';
import { recoveryCodeRecord } from '../../../../../src-main/core/records/recovery-code';

const document = readFileSync(
  path.resolve(import.meta.dirname, '../../../../../docs/backup-format.md'),
  'utf8',
);

it.each([...entryRecord.names, ...codeSetRecord.names, ...recoveryCodeRecord.names])(
  'the document of the format names the field %s',
  (name) => {
    expect(document).toMatch(new RegExp(`["\`]${name}["\`]`, 'u'));
  },
);
