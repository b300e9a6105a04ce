import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { subjectRules } from './scripts/lint/subjects.mjs';
import svelteConfig from './svelte.config.js';

/**
 * The rings: what the files of a folder may not import. The compiler guards globals, these guard modules.
 *
 * @param {string[]} files
 * @param {{ group?: string[], regex?: string, message: string }[]} patterns
 * @returns {import('eslint').Linter.Config}
 */
const ring = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const electronOrNode = {
  regex: '^(electron|keytar|undici|node:.*|electron-log.*)$',
  message: 'This ring is plain TypeScript: take what you need through core/ports/.',
};
const outerRings = {
  group: ['**/edge/**', '**/practice-service/**', '**/src-renderer/**'],
  message: 'Dependencies point inwards: contract <- core <- edge.',
};

const words = {
  group: ['#words/*', '**/words/**'],
  message: 'Only edge and window speak: give a code and values.',
};

/** Electron's sharp edges: each has exactly one place where it may be used. */
const sharpEdges = [
  {
    selector: 'ImportSpecifier[imported.name=/^(ipcMain|ipcRenderer)$/]',
    message: 'Only edge/pages/ipc.ts and preload.ts speak IPC.',
  },
  {
    selector: 'MemberExpression[property.name=/^(openExternal|openPath)$/]',
    message: 'Only edge/links.ts opens things, by id from a fixed table.',
  },
  {
    selector: 'Property[key.name="webPreferences"]',
    message: 'Only edge/windows/window.ts sets webPreferences, through secureWebPreferences().',
  },
  {
    selector:
      'Property[key.name=/^(nodeIntegration|webviewTag|allowRunningInsecureContent|enableDeprecatedPaste)$/] > Literal[value=true]',
    message: 'Never.',
  },
  {
    selector: 'Property[key.name=/^(contextIsolation|sandbox|webSecurity)$/] > Literal[value=false]',
    message: 'Never.',
  },
  {
    selector: 'Property[key.name="rejectUnauthorized"] > Literal[value=false]',
    message: 'TLS is always checked.',
  },
  {
    selector: 'MemberExpression[property.name=/^(findCredentials|findPassword)$/]',
    message: 'These crash the whole process on a locked keyring (docs/decisions/0001-keytar-build.md).',
  },
];
/** What a person reads in a view comes from the catalogue (src-main/words/). A letter alone, or a sign, is no sentence. */
const literalText = [
  {
    selector: ':not(SvelteStyleElement):not(SvelteScriptElement) > SvelteText[value=/\\p{L}{2}/u]',
    message: 'Words come from the catalogue: #words/….',
  },
  {
    selector:
      'SvelteAttribute[key.name=/^(title|text|label|alt|placeholder|hint|name|aria-label|aria-description|aria-roledescription|aria-valuetext)$/] > SvelteLiteral[value=/\\p{L}{2}/u]',
    message: 'Words come from the catalogue: #words/….',
  },
  {
    selector: 'SvelteMustacheTag Literal[value=/\\p{L}{2} |^\\p{Lu}\\p{Ll}/u]',
    message: 'Words come from the catalogue: #words/….',
  },
];

/** @param {string[]} words */
const without = (...words) =>
  sharpEdges.filter((edge) => !words.some((word) => edge.selector.includes(word)));
/**
 * @param {string[]} files
 * @param {string[]} words what these files, and no others, may do
 * @returns {import('eslint').Linter.Config}
 */
const allowSharp = (files, ...words) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...without(...words)] },
});

export default defineConfig(
  globalIgnores(['dist/', 'artifacts/', 'node_modules/', 'src-main/core/globals.d.ts']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: {
        project: ['./tsconfig.main.json', './tsconfig.window.json', './tsconfig.json'],
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': ['error', ...sharpEdges],
      'max-lines': ['error', 250],
      eqeqeq: 'error',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: ['**/*.config.{js,ts}', 'tests/**/global-*.ts', 'tests/tour/*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['src-renderer/**/*.{ts,svelte,svelte.ts}'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...sharpEdges,
        { selector: 'TryStatement, AwaitExpression', message: 'Views stay dumb: put it into state/.' },
        { selector: 'CallExpression[callee.name="$effect"]', message: 'Derive, or handle the event.' },
        ...literalText,
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },
  ring(
    ['src-main/contract/**'],
    [electronOrNode, outerRings, words, { group: ['**/core/**'], message: outerRings.message }],
  ),
  ring(
    ['src-main/words/**'],
    [electronOrNode, outerRings, { group: ['**/core/**'], message: outerRings.message }],
  ),
  ring(['src-main/core/**'], [electronOrNode, outerRings, words]),
  ...subjectRules().map(({ files, patterns }) => ring(files, [electronOrNode, outerRings, words, ...patterns])),
  ring(
    ['src-main/practice-service/**'],
    [
      {
        group: ['#contract/*', '**/core/**', '**/edge/**', 'electron'],
        message: 'The practice service knows nothing of the app.',
      },
    ],
  ),
  ring(
    ['src-renderer/**'],
    [
      electronOrNode,
      {
        group: ['**/src-main/**'],
        message: 'The window knows the contract and the words alone (#contract/*, #words/*).',
      },
    ],
  ),
  allowSharp(['src-main/edge/pages/ipc.ts', 'src-main/preload.ts'], 'ipcMain'),
  allowSharp(['src-main/edge/links.ts'], 'openExternal'),
  // The second makes pages of its own, to see them fenced.
  allowSharp(['src-main/edge/windows/window.ts', 'tests/e2e/fence.spec.ts'], '"webPreferences"'),
);
