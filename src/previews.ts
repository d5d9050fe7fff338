/** How each platform would render a notification, for a look before anything is sent. */
import type { DeliveryPlatform } from './config.ts';
import type { Previews } from './notifications/preflight.ts';
import { toSlackMessage } from './slack/blocks.ts';
import { limitViolations as slackViolations } from './slack/limits.ts';
import { slackRateLimits } from './slack/rate-limits.ts';
import { toTeamsMessage } from './teams/adaptive-card.ts';
import { limitViolations as teamsViolations } from './teams/limits.ts';
import { teamsRateLimits, workflowsRateLimits } from './teams/rate-limits.ts';
import { toWebhookMessage } from './teams/webhook-sender.ts';

const previews: Required<Pick<Previews, DeliveryPlatform>> = {
  slack: {
    limits: slackRateLimits,
    render(card) {
      const payload = toSlackMessage(card);
      return { payload, violations: slackViolations(payload) };
    },
  },
  teams: {
    limits: teamsRateLimits,
    render(card) {
      const payload = toTeamsMessage(card);
      return { payload, violations: teamsViolations(payload.attachment.content) };
    },
  },
  workflows: {
    limits: workflowsRateLimits,
    render(card) {
      const payload = toWebhookMessage(card);
      return { payload, violations: teamsViolations(payload.attachments[0].content) };
    },
  },
};

/** @param platforms those that are set up; what goes to others is skipped */
export function previewsOf(platforms: readonly DeliveryPlatform[]): Previews {
  return Object.fromEntries(platforms.map((platform) => [platform, previews[platform]]));
}
