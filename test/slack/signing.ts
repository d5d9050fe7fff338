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

/** The headers of a request that Slack signed just now. */
export function signedHeaders(body: string, contentType: string): Record<string, string> {
  const timestamp = nowSeconds();
  return {
    'content-type': contentType,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(body, timestamp),
  };
}
