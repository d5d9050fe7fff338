import { expect, it } from 'vitest';
import { operationOf } from '../../src/telemetry/outgoing.ts';

const slackApi = 'https://slack.com/api/';
const of = (method: string, url: string) => operationOf(method, new URL(url), slackApi);

it.each([
  ['POST', 'https://slack.com/api/chat.postMessage', 'slack', 'chat.postMessage'],
  ['POST', 'https://hooks.slack.com/commands/T1/1/secret', 'slack', 'response'],
  ['POST', 'https://smba.trafficmanager.net/ca/v3/conversations/a:1/activities', 'teams', 'send'],
  ['POST', 'https://smba.trafficmanager.net/ca/v3/conversations/a:1/activities/1', 'teams', 'send'],
  ['PUT', 'https://smba.trafficmanager.net/ca/v3/conversations/a:1/activities/1', 'teams', 'update'],
  ['POST', 'https://smba.trafficmanager.net/ca/v3/conversations', 'teams', 'create-conversation'],
  ['POST', 'https://login.microsoftonline.com/t/oauth2/v2.0/token', 'microsoft', 'sign-in'],
])('%s %s is %s %s, without ids or secrets of the address', (method, url, service, operation) => {
  expect(of(method, url)).toEqual({ service, operation });
});

it.each(['http://collector:4318/v1/traces', 'https://slack.com.example/api/x', 'https://notslack.com/'])(
  'what goes to %s is nobody’s',
  (url) => {
    expect(of('POST', url)).toBeUndefined();
  },
);

it('without Slack nothing is Slack’s', () => {
  expect(operationOf('POST', new URL('https://slack.com/api/chat.postMessage'), undefined)).toBeUndefined();
});
