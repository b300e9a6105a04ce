import { describe, expect, it } from 'vitest';
import {
  backupName,
  backupsIn,
  backupTime,
  nextTime,
  outOfOrder,
} from '../../../../../src-main/core/backup/content/file-names';

const at = Date.UTC(2026, 10, 23, 10, 11, 12, 345);
const computer = '5b0c2c0e-3a0f-4a9b-8f51-0d1a2b3c4d5e';
const old = 'latchkey-backup-20261123T101112345Z.age';

describe('the name of a backup', () => {
  it('is of its time and of its computer, so that no two computers choose one', () => {
    expect(backupName(at, computer)).toBe('latchkey-backup-20261123T101112345Z-5b0c.age');
    expect(backupName(at, null)).toBe(old);
  });

  it('is read in both forms', () => {
    expect([backupName(at, computer), old].map(backupTime)).toEqual([at, at]);
    for (const name of ['-5B0C', '-5b0', '-5b0c2', '-wxyz', '-'].map((end) =>
      old.replace('Z.age', `Z${end}.age`),
    )) {
      expect(backupTime(name), name).toBeNull();
    }
  });

  it('sorts by its time, whichever form it has', () => {
    const [later, latest] = [backupName(at + 1, null), backupName(at + 2, computer)];
    expect(backupsIn([later, old, latest])).toEqual([latest, later, old]);
    expect(nextTime(at, [old, later, latest])).toBe(at + 3);
    expect(outOfOrder([old, latest], backupName(at + 1, computer))).toEqual([latest]);
  });
});
