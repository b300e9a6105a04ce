import { digestLength, writeSheetOrder } from '#contract/sheet-order';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What the small QR code of a sheet says of the others. */
export const sheetOrder = (parts: readonly string[]): string =>
  writeSheetOrder(
    parts.map((part) =>
      bytesToHex(sha256(utf8ToBytes(part.trimEnd())))
        .slice(0, digestLength)
        .toUpperCase(),
    ),
  );
