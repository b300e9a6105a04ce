import { execFileSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Computer } from './computer';

/** What root is asked to run. */
export interface Question {
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** A file with what goes to the program's standard input: whoever asks could still change that. */
  readonly input: string;
}

/** What a desktop asks somebody who wants to do something as root. */
export interface PasswordPrompt {
  /** For the program that asks: its own pkexec comes first. */
  readonly env: NodeJS.ProcessEnv;
  /** Waits until it is asked, and gives the question; `answer` is what the command ended with, or 126 for a refusal. */
  asked(answer: (question: Question) => number): Promise<void>;
}

/** Stands in for pkexec, whose real one needs a system bus, a password and somebody to type it. */
export function passwordPrompt({ session, user }: Computer): PasswordPrompt {
  const folder = path.join(session.env.HOME, 'prompt');
  const [question, answer, input] = ['question', 'answer', 'input'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  mkdirSync(folder);
  execFileSync('mkfifo', [answer]);
  const lines = [`cat > '${input}'`, `printf '%s\\n' "$@" > '${question}.new'`];
  lines.push(`mv '${question}.new' '${question}'`, `read -r code < '${answer}'`, 'exit "$code"');
  // Root's own, as a real one: no other is asked for anything.
  writeFileSync(path.join(folder, 'pkexec'), `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
  for (const place of [folder, answer]) chownSync(place, user.uid, user.gid);
  return {
    env: { PATH: `${folder}:${session.env['PATH'] ?? ''}` },
    async asked(decide) {
      await expect.poll(() => existsSync(question), { timeout: 30_000 }).toBe(true);
      const [option, ...command] = readFileSync(question, 'utf8').trimEnd().split('\n');
      expect(option).toBe('--disable-internal-agent');
      rmSync(question);
      writeFileSync(answer, `${decide({ command, input })}\n`);
    },
  };
}

/** Does as root what was asked for. @returns what it ended with */
export function asRoot({ command: [program = '', ...args], input }: Question): number {
  const opened = openSync(input, 'r');
  try {
    execFileSync(program, args, { stdio: [opened, 'ignore', 'ignore'], env: {} });
    return 0;
  } catch (error) {
    return (error as { status: number | null }).status ?? NaN;
  } finally {
    closeSync(opened);
  }
}
