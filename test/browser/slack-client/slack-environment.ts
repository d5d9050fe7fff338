import { botToken, signingSecret } from '../../slack/signing.ts';
import type { LocalSlack } from './local-slack.ts';

/** The settings of a bot that belongs to this Slack. */
export function slackEnvironment(slack: LocalSlack): Record<string, string> {
  return {
    PLATFORMS: 'slack',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: slack.apiUrl,
  };
}
