import * as v from 'valibot';

/**
 * Whether Latchkey starts at login, as the system says. `unknown`: it was not asked yet, or gave no answer.
 * `needs-approval`: macOS waits for the person to allow it. `impossible`: this kind of installation cannot.
 */
export const startAtLogin = v.picklist(['unknown', 'on', 'off', 'needs-approval', 'impossible']);
export type StartAtLogin = v.InferOutput<typeof startAtLogin>;
