import type { RateLimits } from '../notifications/sender.ts';

/** learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const teamsRateLimits: RateLimits = {
  channel: [
    { count: 7, milliseconds: 1_000 },
    { count: 8, milliseconds: 2_000 },
    { count: 60, milliseconds: 30_000 },
    { count: 1_800, milliseconds: 3_600_000 },
  ],
  // "50 requests per second per app per tenant".
  workspace: [{ count: 50, milliseconds: 1_000 }],
  throttled: 'channel',
};
