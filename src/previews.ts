/** How each platform would render a notification, for a look before anything is sent. */
import type { Previews } from './notifications/preflight.ts';
import { toSlackMessage } from './slack/blocks.ts';
import { limitViolations as slackViolations } from './slack/limits.ts';
import { slackRateLimits } from './slack/rate-limits.ts';
import { toTeamsMessage } from './teams/adaptive-card.ts';
import { limitViolations as teamsViolations } from './teams/limits.ts';
import { teamsRateLimits } from './teams/rate-limits.ts';

const previews: Required<Pick<Previews, 'slack' | 'teams'>> = {
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
};

/** @param platforms those that are set up; what goes to others is skipped */
export function previewsOf(platforms: readonly ('slack' | 'teams')[]): Previews {
  return Object.fromEntries(platforms.map((platform) => [platform, previews[platform]]));
}
