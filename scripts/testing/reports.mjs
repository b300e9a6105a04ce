import { readFile } from 'node:fs/promises';

/**
 * Counts what Vitest's JSON report tells. A file that could not even be loaded counts as one failed test.
 * @param {string} file
 * @returns {Promise<import('./part.mjs').Count>}
 */
export async function countVitest(file) {
  const report = JSON.parse(await readFile(file, 'utf8'));
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  const broken = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts what Playwright's JSON report tells. An error outside of any test counts as a failed test. A test that
 * passed at its second go is named: it is a fault of the test or of a race in Latchkey, though not of this change.
 * @param {string} file
 * @returns {Promise<import('./part.mjs').Count>}
 */
export async function countPlaywright(file) {
  const { stats, errors, suites } = JSON.parse(await readFile(file, 'utf8'));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    passedAgain: namesOfFlaky(suites),
  };
}

/**
 * @typedef {{ file: string, suites?: Suite[], specs?: { title: string, tests: { status: string }[] }[] }} Suite
 * @param {Suite[]} suites
 * @returns {string[]}
 */
function namesOfFlaky(suites) {
  return suites.flatMap(({ file, suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${file}: ${title}`),
    ...namesOfFlaky(inner),
  ]);
}
