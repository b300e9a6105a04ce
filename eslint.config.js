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
const fromCatalogue = 'Words come from the catalogue: #words/….';
/** What no person reads. */
const unread = [
  'NewExpression[callee.name=/Error$/]',
  'ImportDeclaration, ImportExpression, TSLiteralType',
  // What a process is called.
  'Property[key.name="serviceName"]',
  // Selectors of CSS.
  'CallExpression[callee.property.name=/^(matches|closest|querySelector|querySelectorAll)$/]',
].join(', ');
/**
 * Refuses texts, in quotes or backticks.
 *
 * @param {string} pattern what they look like
 * @param {string} within a selector of what they stand in
 */
const refuseTexts = (pattern, within = `:not(${unread})`) => [
  { selector: `${within} > Literal[value=/${pattern}/u]`, message: fromCatalogue },
  {
    selector: `${within} > TemplateLiteral > TemplateElement[value.cooked=/${pattern}/u]`,
    message: fromCatalogue,
  },
];
/** Two words in a row. */
const sentences = refuseTexts('\\p{L}\\S* \\S*\\p{L}');
/** Core gives codes and values; a word in upper case is a sentence of one word, but for that of a protocol. */
const sentencesInCore = [...sentences, ...refuseTexts('^(?!Bearer$)\\p{Lu}\\p{Ll}+$')];
/** Edge has the languages of buses, shells and servers in it: a sentence begins in upper case, and is longer or has an end. */
const sentencesInEdge = [
  ...refuseTexts('^\\p{Lu}\\p{Ll}\\S*(?: \\S*\\p{L}\\S*){2}|^\\p{Lu}\\p{Ll}.* .*\\p{L}[.?!…]$'),
  ...refuseTexts('\\p{L}{2}', 'Property[key.name=/^(label|title|message|detail|body|tooltip|sublabel)$/]'),
];

/** What a person reads in a view comes from the catalogue (src-main/words/). A letter alone, or a sign, is no sentence. */
const literalText = [
  {
    selector: ':not(SvelteStyleElement):not(SvelteScriptElement) > SvelteText[value=/\\p{L}{2}/u]',
    message: fromCatalogue,
  },
  {
    selector:
      'SvelteAttribute[key.name=/^(title|text|label|alt|placeholder|hint|name|aria-label|aria-description|aria-roledescription|aria-valuetext)$/] > SvelteLiteral[value=/\\p{L}{2}/u]',
    message: fromCatalogue,
  },
  {
    selector: 'SvelteMustacheTag Literal[value=/\\p{L}{2} |^\\p{Lu}\\p{Ll}/u]',
    message: fromCatalogue,
  },
];

/** @param {string[]} words */
const without = (...words) =>
  sharpEdges.filter((edge) => !words.some((word) => edge.selector.includes(word)));
/**
 * @param {string[]} files
 * @param {typeof sharpEdges} refused
 * @param {string[]} words what these files, and no others, may do
 * @returns {import('eslint').Linter.Config}
 */
const allowSharp = (files, refused, ...words) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...without(...words), ...refused] },
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
  ...subjectRules().map((subject) =>
    ring(
      subject.files,
      subject.ring === 'src-main/core'
        ? [electronOrNode, outerRings, words, ...subject.patterns]
        : subject.patterns,
    ),
  ),
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
  {
    files: ['src-main/core/**'],
    // It writes a file of age's, which has words of its own.
    ignores: ['src-main/core/keys/sealed-identity.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sharpEdges, ...sentencesInCore] },
  },
  {
    files: ['src-renderer/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sharpEdges, ...sentences] },
  },
  {
    files: ['src-main/edge/**', 'src-main/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sharpEdges, ...sentencesInEdge] },
  },
  allowSharp(['src-main/edge/pages/ipc.ts', 'src-main/preload.ts'], sentencesInEdge, 'ipcMain'),
  allowSharp(['src-main/edge/links.ts'], sentencesInEdge, 'openExternal'),
  allowSharp(['src-main/edge/windows/window.ts'], sentencesInEdge, '"webPreferences"'),
  // It makes pages of its own, to see them fenced.
  allowSharp(['tests/e2e/hardening/fence.spec.ts'], [], '"webPreferences"'),
);
