import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a browser or files that are not in the repository; see vitest.browser.config.ts.
    exclude: ['test/browser/**', 'test/ci/**'],
    testTimeout: 20_000,
  },
});
