import * as v from 'valibot';
import { count, id, text, time } from './basics';
import { limits } from './limits';
import { label, recoveryCode, setName } from './texts';

/** How much paper a kit takes. */
export const kitPaper = v.strictObject({
  qrCodes: count,
  /** About. */
  pages: count,
  /** More QR codes than this are not put on paper. */
  most: count,
  /** All that may be put on it, whether it is or not, with about how many QR codes each takes by itself. */
  lists: v.array(v.strictObject({ id, label, codes: count, qrCodes: count })),
});

/** A kit on paper: everything that stands on the page. */
export const kitSheet = v.strictObject({
  madeAt: time,
  /** Empty in the variant that has only the QR codes. */
  ledgers: v.array(
    v.strictObject({
      label,
      serviceUrl: v.nullable(text(limits.serviceUrl)),
      setName,
      fetchedAt: time,
      codes: v.array(v.strictObject({ code: recoveryCode, spent: v.boolean() })),
    }),
  ),
  /** Labels and set names of what the sealed text holds. */
  holds: v.array(v.strictObject({ label, setName })),
  /** How many others there are that it does not hold. */
  leftOut: count,
  /** The sealed text, cut at its line ends into what one QR code carries: put together again, they open with age. */
  parts: v.array(text(limits.qrPart)),
  /** What one more QR code says of the order of the others; see sheet-order.ts. */
  order: text(limits.qrPart),
});

export type KitPaper = v.InferOutput<typeof kitPaper>;
export type KitSheet = v.InferOutput<typeof kitSheet>;
