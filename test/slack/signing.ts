/** How Slack signs what it sends (docs.slack.dev/authentication/verifying-requests-from-slack). */
import { createHmac } from 'node:crypto';

export const signingSecret = 'a-signing-secret';
export const botToken = 'xoxb-secret-token';

export function sign(body: string, timestamp: number, secret = signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
