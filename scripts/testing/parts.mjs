import { join } from 'node:path';
import { countPlaywright, countVitest } from './reports.mjs';

const cache = 'node_modules/.cache/latchkey';

/**
 * The compiler remembers between runs what it has checked. ESLint's cache is not used: with rules that look at types,
 * a file's verdict depends on others.
 * @param {string} config
 */
const tsc = (config) => [
  'typescript/bin/tsc',
  ...['-p', `${config}.json`, '--incremental', '--tsBuildInfoFile', `${cache}/${config}.tsbuildinfo`],
];

/**
 * Everything that can be said about the code without running it, the slowest first.
 * @type {import('./part.mjs').Part[]}
 */
export const staticParts = [
  { name: 'lint', command: ['eslint/bin/eslint.js', '.', '--max-warnings=0'] },
  {
    name: 'types of scripts and tests',
    command: tsc('tsconfig'),
    concerns: /^(scripts|tests)\/|^[^/]+\.[jt]s$/,
  },
  {
    // It checks what tsc would, and the .svelte files with it.
    name: 'types of the window',
    command: ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.window.json', '--fail-on-warnings'],
    concerns: /^(src-renderer|src-main\/(contract|words))\//,
  },
  { name: 'types of main', command: tsc('tsconfig.main'), concerns: /^src-main\// },
  {
    name: 'types of the pure rings',
    command: tsc('tsconfig.pure'),
    concerns: /^src-main\/(contract|words|core)\//,
  },
  { name: 'unused', command: ['knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'] },
  {
    name: 'format',
    command: [
      'prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--log-level=warn',
      '--cache',
      '--cache-location',
      `${cache}/prettier`,
    ],
  },
  { name: 'circles', command: ['../scripts/lint/circles.mjs'] },
];

/**
 * @param {string} reports a folder for the report
 * @returns {import('./part.mjs').Part}
 */
export function unitPart(reports) {
  return { name: 'unit', ...vitest(['run'], join(reports, 'unit.json')) };
}

/**
 * The unit tests that import files, over however many others. There may be none.
 * @param {string[]} files from the root
 * @param {string} reports a folder for the report
 * @returns {import('./part.mjs').Part}
 */
export function relatedPart(files, reports) {
  const command = ['related', '--run', '--passWithNoTests', ...files];
  return {
    name: `unit tests of ${files.join(', ')}`,
    ...vitest(command, join(reports, 'related.json')),
    mayBeEmpty: true,
  };
}

/**
 * @param {string[]} command
 * @param {string} report
 */
function vitest(command, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { command: ['vitest/vitest.mjs', ...command, ...reporters], count: () => countVitest(report) };
}

/**
 * A test that fails is given a second go, and is named if that passes: one race on a busy machine among three hundred
 * tests says nothing about a change, and must not be hidden either.
 * @param {string} project of playwright.config.ts
 * @param {string} reports a folder for the report
 * @returns {import('./part.mjs').Part}
 */
export function playwrightPart(project, reports) {
  const report = join(reports, `${project}.json`);
  return {
    name: project,
    command: ['@playwright/test/cli.js', 'test', '--project', project, '--retries=1', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    count: () => countPlaywright(report),
  };
}
