import * as v from 'valibot';
import { limits } from '#contract/limits';

/** A link that holds what makes one-time codes, as it came. What it says is for whoever makes codes of it to read. */
export const otpauthLink = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.otpauth),
  v.regex(/^otpauth:\/\/[^\p{Cc}]+$/iu),
);
