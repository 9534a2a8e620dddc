import js from '@eslint/js';
import ts from 'typescript-eslint';

/** Forbids imports by relative folder, so that the layers of docs/architecture.md stay one-way. */
const mayNotImport = (files, folders, message, packages = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(folders.length
            ? [{ group: folders.map((f) => `**/${f}/**`), message, allowTypeImports: false }]
            : []),
          ...(packages.length ? [{ group: packages, message }] : []),
        ],
      },
    ],
  },
});

export default ts.config(
  { ignores: ['dist', 'node_modules', 'coverage', 'register/generated', '**/*.generated.ts', 'api/assets'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  mayNotImport(
    ['domain/**/*.ts'],
    ['forms', 'register', 'activities', 'worker', 'api', 'workflows', 'dev'],
    'domain/ is pure: it imports nothing outside itself.',
    ['@temporalio/*', '@prisma/*', 'express', 'node:fs', 'node:crypto', 'pg'],
  ),
  mayNotImport(
    ['forms/**/*.ts'],
    ['register', 'activities', 'worker', 'api', 'workflows', 'dev'],
    'forms/ imports only domain/.',
  ),
  mayNotImport(
    ['register/**/*.ts'],
    ['activities', 'worker', 'api', 'workflows', 'dev'],
    'register/ imports only domain/ and forms/.',
  ),
  mayNotImport(
    ['documents/**/*.ts', 'templates/**/*.ts'],
    ['register', 'activities', 'worker', 'api', 'workflows', 'gateway', 'dev'],
    'documents/ and templates/ import only domain/.',
  ),
  mayNotImport(
    ['gateway/**/*.ts'],
    ['activities', 'worker', 'api', 'dev'],
    'gateway/ only speaks to Temporal.',
  ),
  mayNotImport(
    ['workflows/**/*.ts'],
    ['register', 'worker', 'api', 'gateway', 'documents', 'templates', 'dev'],
    'The workflow sandbox imports domain/, the kit, and types.',
    ['node:*', 'zod', 'pg', '@prisma/*', 'temporal-polyfill'],
  ),
  mayNotImport(
    ['commands/**/*.ts'],
    ['activities', 'worker', 'api'],
    'commands/ use the register and the gateway.',
  ),
  mayNotImport(
    ['activities/**/*.ts'],
    ['worker', 'api', 'dev'],
    'activities/ does not know the API or the worker.',
  ),
  mayNotImport(
    ['api/**/*.ts'],
    ['activities', 'worker', 'dev'],
    'api/ never imports activities/ or worker/.',
  ),
  mayNotImport(['worker/**/*.ts'], ['api', 'dev'], 'worker/ does not know the API.'),
  {
    files: ['dev/**', 'test/**', 'worker/**', 'api/main.ts', 'register/commands/**', '*.js', '*.mjs'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
