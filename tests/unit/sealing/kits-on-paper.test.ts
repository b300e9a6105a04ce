import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { writeDocument } from '../../../src-main/core/backup/content/document';
import { keyText } from '../../../src-main/core/keys/sealed-identity';
import { paperParts } from '../../../src-main/core/backup/kit/paper-parts';
import { bytesIn, paperSize } from '../../../src-main/core/backup/kit/paper-size';
import { anAccount, aSet } from '../core/backup/content/documents';
import { sealer } from './sealers';

const kit = (lists: number, label: string) => ({
  madeAt: 1_795_470_000_000,
  computer: null,
  accounts: Array.from({ length: lists }, (_, place) =>
    anAccount(place, [aSet(Array.from({ length: 10 }, (__, n) => `${place}-${n}-abcdef`))], { label }),
  ),
});

describe('how much paper a kit takes', () => {
  it.each([
    [1, 'Work'],
    [3, 'Größe 🔑'],
    [9, 'Bank'],
    [70, 'Bank'],
  ])('is told to the QR code before it is sealed, for %i lists of %s', async (lists, label) => {
    const document = kit(lists, label);
    const text = writeDocument(document);
    const sealed = await sealer.sealWithPassphrase('correct horse', text, 'armored');
    expect(paperSize(document, false).qrCodes).toBe(paperParts(keyText(sealed)).length);
    expect(bytesIn(text)).toBe(Buffer.byteLength(text));
  });

  it('counts the pages with the codes themselves', () => {
    const document = kit(20, 'Bank');
    const [without, withCodes] = [paperSize(document, false), paperSize(document, true)];
    expect(withCodes.pages).toBeGreaterThan(without.pages);
    expect(withCodes.qrCodes).toBe(without.qrCodes);
  });

  it('is told, too, where no file can hold it', () => {
    const document = kit(40_000, 'Bank');
    const text = writeDocument(document);
    expect(text.length).toBeGreaterThan(limits.sealed);
    expect(paperSize(document, true)).toMatchObject({ most: 40 });
  });
});
