import type { RateLimits } from '../notifications/sender.ts';

/** docs.slack.dev/apis/web-api/rate-limits, "chat.postMessage". */
export const slackRateLimits: RateLimits = {
  // "one message per second per channel", short bursts allowed: none are needed here.
  channel: [{ count: 1, milliseconds: 1_000 }],
  // "a workspace-wide limit (several hundred messages per minute)": Slack names no figure, this stays below.
  workspace: [
    { count: 10, milliseconds: 1_000 },
    { count: 200, milliseconds: 60_000 },
  ],
  throttled: 'workspace',
};
