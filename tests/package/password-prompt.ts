import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Computer } from './computer';

/** What a desktop asks somebody who wants to do something as root. */
export interface PasswordPrompt {
  /** For the program that asks: its own pkexec comes first. */
  readonly env: NodeJS.ProcessEnv;
  /** Waits until it is asked, and gives the command; `answer` is what the command ended with, or 126 for a refusal. */
  asked(answer: (command: string) => number): Promise<void>;
}

/** Stands in for pkexec, whose real one needs a system bus, a password and somebody to type it. */
export function passwordPrompt({ session, user }: Computer): PasswordPrompt {
  const folder = path.join(session.env.HOME, 'prompt');
  const [question, answer] = [path.join(folder, 'question'), path.join(folder, 'answer')];
  mkdirSync(folder);
  execFileSync('mkfifo', [answer]);
  const program = path.join(folder, 'pkexec');
  const lines = [`for last; do :; done`, `printf '%s' "$last" > '${question}.new'`];
  lines.push(`mv '${question}.new' '${question}'`, `read -r code < '${answer}'`, 'exit "$code"');
  writeFileSync(program, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(program, 0o755);
  for (const place of [folder, answer]) chownSync(place, user.uid, user.gid);
  return {
    env: { PATH: `${folder}:${session.env['PATH'] ?? ''}` },
    async asked(decide) {
      await expect.poll(() => existsSync(question), { timeout: 30_000 }).toBe(true);
      const command = readFileSync(question, 'utf8');
      rmSync(question);
      writeFileSync(answer, `${decide(command)}\n`);
    },
  };
}
