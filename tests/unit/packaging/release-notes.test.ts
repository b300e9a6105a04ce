import { expect, test } from 'vitest';
import { notesFor } from '../../../scripts/packaging/release-notes.mjs';

const changelog = `# Changelog

## Unreleased

## 0.2.0 - 2026-12-01

### Added

- Something.

## [0.1.0] - 2026-11-27

- The first.
`;

test.each([
  ['0.2.0', '### Added\n\n- Something.'],
  ['0.1.0', '- The first.'],
  ['Unreleased', null],
  ['0.2', null],
  ['1.0.0', null],
  ['', null],
])('the notes for %j are %j', (version, notes) => {
  expect(notesFor(changelog, version)).toBe(notes);
});
