import { defineConfig } from 'vitest/config';

/** What `npm run build` made, alone and in the place of the sources in tests of the running bot. */
export default defineConfig({
  test: {
    include: [
      'test/built/**/*.test.ts',
      'test/server/main.test.ts',
      'test/server/restart.test.ts',
      'test/slack/running-bot.test.ts',
      'test/telemetry/running-bot.test.ts',
    ],
    env: { BOT_PROGRAM: 'dist/start.js' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
