import * as v from 'valibot';
import { words } from '#contract/texts';
import type { Kind } from './kind';
import { type OtpBody, types } from './otp-body';

const between = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const otp: Kind<OtpBody> = {
  schema: v.object({
    kind: v.literal('otp'),
    type: v.picklist(types),
    secret: v.pipe(v.string(), v.regex(/^[A-Z2-7]+$/)),
    algorithm: v.fallback(words, ''),
    digits: between(4, 10),
    period: between(1, 86_400),
    uri: v.fallback(v.nullable(v.string()), null),
    app: v.fallback(v.nullable(words), null),
  }),
  keepsAlive: true,
  goesWith: 'whole',
  view: 'authenticators',
  document: 'authenticators',
  compared: true,
};
