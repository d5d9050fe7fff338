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

/**
 * "If more than four requests are made in a second, the client connection is throttled":
 * learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook. Whether that
 * counts by webhook or by client is not said, so it is kept for both.
 */
export const workflowsRateLimits: RateLimits = {
  channel: [{ count: 4, milliseconds: 1_000 }],
  workspace: [{ count: 4, milliseconds: 1_000 }],
  throttled: 'channel',
};
