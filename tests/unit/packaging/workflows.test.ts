import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, '.github/workflows');
const files = readdirSync(folder);
const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
}
interface Workflow {
  readonly permissions?: Record<string, string>;
  readonly jobs: Record<
    string,
    {
      readonly needs?: string;
      readonly environment?: string;
      readonly 'timeout-minutes'?: number;
      readonly steps: readonly Step[];
    }
  >;
}

/** An action of another repository, by the one commit that was looked at, with the version that it is. */
const pinned = /^\s*(?:- )?uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** What programs are signed with, for the systems' own checks. */
const programSecrets = [
  ...['MAC_CERTIFICATE', 'MAC_CERTIFICATE_PASSWORD', 'WINDOWS_CERTIFICATE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  ...['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
];

/** What GitHub's own parser says about a workflow: names, places, types and expressions. */
function complaints(content: string): string[] {
  const { context } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

test('the parser complains about what is wrong', () => {
  const good = 'on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo';
  expect(complaints(good)).toEqual([]);
  expect(complaints(good.replace('runs-on', 'run-on'))).not.toEqual([]);
  expect(complaints(good.replace('echo', 'echo ${{ github.'))).not.toEqual([]);
  expect(complaints(good.replace('echo', 'echo ${{ secret.TOKEN }}'))).not.toEqual([]);
});

describe.each(files)('%s', (name) => {
  const text = textOf(name);
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('is a workflow as GitHub understands it', () => {
    expect(complaints(text)).toEqual([]);
  });

  test('asks for no more than it needs, and ends some time', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const { uses, with: given } of steps) {
      if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
    }
  });

  test('runs scripts that are there', () => {
    const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run])).join('\n');
    for (const [, script = ''] of commands.matchAll(/npm (?:run )?(test|package|check|start)\b/g)) {
      expect(scripts).toHaveProperty(script);
    }
    for (const [, file = ''] of commands.matchAll(/node (scripts\/[\w./-]+\.mjs)/g)) {
      expect(readFileSync(path.join(root, file), 'utf8')).not.toBe('');
    }
  });

  test('puts nothing that somebody else wrote into a shell', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{/);
  });

  test('takes every action by its commit: a tag can be moved', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(lines.length).toBe(steps.filter(({ uses }) => uses !== undefined).length);
    expect(lines.filter((line) => !pinned.test(line))).toEqual([]);
  });

  test('never comes near the key that updates are signed with', () => {
    const secrets = [...text.matchAll(/secrets\.(\w+)/g)].map(([, secret = '']) => secret);
    expect(secrets.filter((secret) => !programSecrets.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/secrets\s*\[|toJSON\(\s*secrets|sign-feed|update-key/i);
  });

  test('audits what ships, all of it', () => {
    expect(text).not.toContain('--omit=dev');
  });
});

describe('a release', () => {
  const { jobs } = parse(textOf('release.yml')) as Workflow;
  const runs = (job: string): string => jobs[job]?.steps.map(({ run }) => run ?? '').join('\n') ?? '';

  test('is packaged as one, after an audit, and by a yes', () => {
    expect(runs('check')).toMatch(/npm test\n[^]*node scripts\/packaging\/audit\.mjs/);
    expect(jobs['package']?.needs).toBe('check');
    expect(jobs['package']?.environment).toBe('release');
    expect(runs('package')).toContain('scripts/package.mjs --all --release');
  });

  test('is a draft without signed lists', () => {
    expect(runs('draft')).toContain('--draft');
    expect(textOf('release.yml')).not.toMatch(/latest.*\.yml|\.sig\b/);
  });
});
