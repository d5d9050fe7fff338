import type { SlackConfig } from '../../config.ts';
import { broken, type Check, type Finding, needsConfiguration, ok, skipped, warning } from './check.ts';
import { send, tryNetwork, unreachable } from './http.ts';
import { readSlackManifest } from './manifests.ts';

/** Slack's word for what is wrong → what to do: docs.slack.dev/reference/methods/auth.test#errors */
const remedies: Readonly<Record<string, string>> = {
  invalid_auth: 'Copy the "Bot User OAuth Token" from OAuth & Permissions into SLACK_BOT_TOKEN.',
  not_authed: 'Copy the "Bot User OAuth Token" from OAuth & Permissions into SLACK_BOT_TOKEN.',
  token_revoked: 'Install the app again in the workspace and take the new token.',
  token_expired: 'Install the app again in the workspace and take the new token.',
  account_inactive: 'The app was removed from the workspace: install it again and take the new token.',
  ratelimited: 'Wait a minute and run the doctor again.',
};

export const slackToken: Check = {
  name: 'slack-token',
  async run({ config }) {
    if (!config) return needsConfiguration;
    const { slack } = config;
    if (!slack) return [skipped('Slack is not set up.')];
    const findings =
      'botToken' in slack
        ? await checkBotToken(slack, slack.botToken)
        : [skipped('Each workspace that installs the app has a token of its own, sealed in the database.')];
    return slack.appToken === undefined
      ? findings
      : [...findings, await checkAppToken(slack, slack.appToken)];
  },
};

function call({ apiUrl }: SlackConfig, method: string, token: string) {
  const url = new URL(method, apiUrl);
  return send(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
}

async function checkBotToken(slack: SlackConfig, botToken: string): Promise<Finding[]> {
  const answer = await call(slack, 'auth.test', botToken);
  if ('failure' in answer) return [broken(unreachable(new URL(slack.apiUrl), answer.failure), tryNetwork)];
  const { body, headers } = answer;
  if (body.ok !== true) {
    const word = wordOf(body.error, answer.status);
    const remedy =
      remedies[word] ?? 'See docs.slack.dev/reference/methods/auth.test for what the word means.';
    return [broken(`Slack does not take SLACK_BOT_TOKEN (${word}).`, remedy)];
  }
  const granted = (headers.get('x-oauth-scopes') ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
  return [ok('Slack takes SLACK_BOT_TOKEN.'), ...scopes(granted)];
}

/** What the manifest asks for and what the installed app has. */
function scopes(granted: readonly string[]): Finding[] {
  if (granted.length === 0) return [skipped('Slack did not tell which scopes the token has.')];
  const wanted = readSlackManifest().scopes;
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const further = granted.filter((scope) => !wanted.includes(scope));
  const findings: Finding[] = [];
  if (missing.length > 0) {
    const remedy =
      'Add them under OAuth & Permissions, or paste manifest.json under App Manifest; then install the app again.';
    findings.push(broken(`The app lacks scopes: ${missing.join(', ')}.`, remedy));
  }
  if (further.length > 0) {
    const remedy =
      'Take them away under OAuth & Permissions: the bot needs no more than manifest.json asks for.';
    findings.push(warning(`The app has scopes that the bot does not use: ${further.join(', ')}.`, remedy));
  }
  return findings.length > 0 ? findings : [ok('The app has the scopes of manifest.json, and no other.')];
}

/** Asks for a connection, and opens none. */
async function checkAppToken(slack: SlackConfig, appToken: string): Promise<Finding> {
  const answer = await call(slack, 'apps.connections.open', appToken);
  if ('failure' in answer) return broken(unreachable(new URL(slack.apiUrl), answer.failure), tryNetwork);
  if (answer.body.ok === true) return ok('Slack takes SLACK_APP_TOKEN: Socket Mode can connect.');
  const remedy =
    'Make an app-level token with connections:write under Basic Information, and switch Socket Mode on.';
  return broken(`Slack does not take SLACK_APP_TOKEN (${wordOf(answer.body.error, answer.status)}).`, remedy);
}

/** Slack's words are short; whatever else comes back is not shown. */
function wordOf(error: unknown, status: number): string {
  return typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : `HTTP ${status}`;
}
