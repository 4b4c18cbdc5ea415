import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What vitest offers and the page's worker does not have, and what to do instead. */
const NOT_IN_THE_PAGE = [
  {
    selector:
      'CallExpression[callee.property.name=/^toMatch(Inline|File)?Snapshot$|^toThrowErrorMatching(Inline)?Snapshot$/]',
    message: 'A page has no files to keep snapshots in. Compare with the reference, or write the expected value out.',
  },
  {
    selector: "MemberExpression[object.name='expect'][property.name=/^(assertions|hasAssertions)$/]",
    message: "The page's runner does not count assertions. Await every assertion instead.",
  },
  {
    selector: "ImportExpression, CallExpression[callee.name='require']",
    message: 'A check is one file in the page: it can load nothing else.',
  },
  {
    selector:
      "MemberExpression[object.name='globalThis'], CallExpression[callee.name=/^(setTimeout|setInterval|fetch)$/]",
    message:
      'A check waits for runs, not for clocks or networks: the same answer must get the same verdict everywhere.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/node_modules',
    'build',
    '.docusaurus',
    '.cache',
    // What learners write, and what is written as learners write it.
    'answers',
    'solutions',
    'exercises/**/starter.*',
    'exercises/**/wrong',
    'exercises/**/right',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An index signature is read with brackets, as tsconfig's noPropertyAccessFromIndexSignature has it.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ['src/{ui,theme,pages}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    rules: {
      // What scrolls has to take the focus, so that the keyboard can scroll it.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: [], roles: ['group', 'log', 'region'], allowExpressionValues: true },
      ],
    },
  },
  {
    files: ['src/{core,engine,languages,checker,progress}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      // The types of the libraries bring Node's along, so the compiler alone does not notice these.
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'global', 'require', 'window', 'document', 'localStorage', 'navigator', 'self'].map(
          (name) => ({
            name,
            message: 'This layer runs in a page, in its workers and in Node: not all of them have it.',
          }),
        ),
      ],
    },
  },
  {
    // It hears of errors that nothing caught, which Node and browsers report each in their own way.
    files: ['src/languages/typescript/stray-errors.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/engine/postgres.ts', 'src/engine/reply-reader.ts'],
    rules: {
      // The protocol's parser types its messages as an interface with a name; the name says which class it is.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['exercises/**/check.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!vitest$|#checker$)',
              message: "A check also runs in the page's worker, which has only vitest and #checker.",
            },
          ],
          paths: [
            {
              name: 'vitest',
              allowImportNames: [
                'expect',
                'test',
                'it',
                'describe',
                'beforeAll',
                'beforeEach',
                'afterAll',
                'afterEach',
              ],
              message: "The page's runner has neither mocks nor fake timers (vi), nor anything else of vitest's.",
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...NOT_IN_THE_PAGE],
    },
  },
);
