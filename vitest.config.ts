import { defineConfig } from 'vitest/config';

// These need a browser, a build or files that are not in the repository: each has a configuration of its own.
const elsewhere = ['test/browser/**', 'test/built/**', 'test/ci/**'];
/** What runs against both databases; a PostgreSQL is started for it. */
const withDatabases = [
  'test/store/**/*.test.ts',
  'test/notifications/**/*.test.ts',
  'test/chaos/**/*.test.ts',
];

/** What is pure leaves nothing behind: its tests share the modules and with them the content, which is read once. */
const sharing = ['knowledge', 'search', 'intents', 'cards', 'conversation'].map(
  (directory) => `test/${directory}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'guide',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, ...withDatabases, ...sharing],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'core',
          include: sharing,
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'databases',
          include: withDatabases,
          globalSetup: ['test/support/postgres/setup.ts'],
          // Processes and databases are started here, on a machine that may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
