import { globSync } from 'node:fs';
import eslint from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Every file that is type-checked belongs to exactly one of these projects. */
const projects = [
  'shared/tsconfig.json',
  'shared/tsconfig.test.json',
  'main/tsconfig.json',
  'preload/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.test.json',
  'e2e/tsconfig.json',
  'scripts/tsconfig.json',
  // A project without a file is an error to the compiler.
].filter((path) => !path.endsWith('.test.json') || globSync(testFilesOf(path)).length > 0);

/** @param {string} path */
function testFilesOf(path) {
  return path.replace('tsconfig.test.json', '**/*.test.{ts,tsx}');
}

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name that is searched for is the name that is found.',
};
const noBlockingCall = {
  selector:
    'CallExpression[callee.type=/Identifier|MemberExpression/]:matches([callee.name=/Sync$/], [callee.property.name=/Sync$/])',
  message: 'A blocking call stops every socket of the process: use the asynchronous one.',
};
const electronPattern = {
  regex: '^electron(/|$)',
  message: 'Electron is known only to main/index.ts, main/desktop and preload.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'release/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'scripts/fixtures/',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: {
      parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      // Prettier decides where a line breaks.
      'no-unexpected-multiline': 'off',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-imports': ['error', { patterns: [electronPattern] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          caughtErrors: 'none',
          // Taking a field out by name is how the rest is made.
          ignoreRestSiblings: true,
        },
      ],
    },
  },
  {
    // The rules that read types.
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // TypeScript resolves the names itself.
    files: ['**/*.{ts,tsx,mjs}'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      // Grids, trees and the log keep the focus and its keys themselves (aria-activedescendant), so
      // their rows have clicks and neither. What axe finds in the running page is the judge.
      'jsx-a11y/interactive-supports-focus': 'off',
      'jsx-a11y/click-events-have-key-events': 'off',
      'jsx-a11y/no-noninteractive-element-interactions': [
        'error',
        { handlers: ['onClick', 'onMouseDown', 'onMouseUp'] },
      ],
      // What scrolls has to be reachable by keyboard, and a splitter moves by it.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: [], roles: ['tabpanel', 'region', 'separator'], allowExpressionValues: true },
      ],
      // A dialog or a step that opens puts the focus where the work begins.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'What is remembered goes through the settings store.' },
      ],
    },
  },
  {
    files: ['main/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noBlockingCall],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness comes through main/platform.',
        },
        { object: 'Date', property: 'now', message: 'Time comes through main/platform.' },
      ],
    },
  },
  {
    // Start-up and the shell may block: nothing listens yet, or the user waits for it anyway.
    files: [
      'main/index.ts',
      'main/serve.ts',
      'main/desktop/**/*.ts',
      'main/platform/**/*.ts',
      'main/store/**/*.ts',
      'main/testing/**/*.ts',
      'main/**/*.test.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-properties': 'off',
    },
  },
  {
    files: [
      'main/index.ts',
      'main/desktop/**/*.ts',
      'preload/**/*.ts',
      'e2e/**/*.ts',
      'scripts/electron/default-app/*.mjs',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['*.cjs'],
    languageOptions: { globals: { module: 'writable' } },
  },
  {
    // Only the one port file of the shell and the preload speak Electron's own channels.
    files: ['main/index.ts', 'main/desktop/**/*.ts'],
    ignores: ['main/desktop/ipc-port.ts', 'main/desktop/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain'],
              message: 'The renderer speaks through main/desktop/ipc-port.ts alone.',
            },
          ],
        },
      ],
    },
  },
  {
    // The entries of a command line speak through standard output.
    files: ['scripts/**', 'bench/**', 'main/serve.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tools read these by their default export.
    files: ['*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
