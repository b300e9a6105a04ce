import { parseArgs } from 'node:util';
import { isSendable } from './http/guard';
import { randomToken } from './calls/random-codes';
import type { PracticeOptions } from './service';

/** What the command line asks for. */
export type CliRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly words: string }
  | { readonly kind: 'serve'; readonly options: CliOptions; readonly newToken: string | null };

/** The options that a command line gives. */
export type CliOptions = Pick<
  PracticeOptions,
  'tokens' | 'stateFile' | 'sessionTokens' | 'wrongCodeStatus' | 'allowFaults'
> & { readonly port: number };

/** The answer to --help. */
export const HELP = `The Latchkey practice service: the OTP API on 127.0.0.1.

  --port N           port to listen on, 8787 unless told; 0 for any free one
  --token T          token to accept, may be repeated; without one a new token is made and printed
  --state FILE       keep the state in this file; in memory alone unless told
  --session-token    answer a successful verify with a session token
  --wrong-code-401   refuse a code with 401 instead of 400
  --faults           serve PUT and DELETE /practice/fault
  --help             this text`;

/** Reads a command line, without the program's name. */
export function readArguments(args: readonly string[]): CliRequest {
  const values = parse(args);
  if (typeof values === 'string') return { kind: 'misuse', words: values };
  if (values.help) return { kind: 'help' };
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : NaN;
  if (!(port <= 65_535)) return { kind: 'misuse', words: '--port must be a number from 0 to 65535.' };
  if (!values.token.every(isSendable)) {
    return { kind: 'misuse', words: '--token must be one or more visible ASCII characters.' };
  }
  const newToken = values.token.length === 0 ? randomToken() : null;
  const options: CliOptions = {
    port,
    tokens: newToken === null ? values.token : [newToken],
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    sessionTokens: values['session-token'],
    wrongCodeStatus: values['wrong-code-401'] ? 401 : 400,
    allowFaults: values.faults,
  };
  return { kind: 'serve', options, newToken };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        token: { type: 'string', multiple: true, default: [] },
        state: { type: 'string' },
        'session-token': { type: 'boolean', default: false },
        'wrong-code-401': { type: 'boolean', default: false },
        faults: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Node's messages go on with advice that does not fit here.
    return `${firstSentence(error)}; see --help.`;
  }
}

function firstSentence(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return (words.split(/\.\s|\n/)[0] ?? words).replace(/\.$/, '');
}
