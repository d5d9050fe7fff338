import { describe, expect, test } from 'vitest';
import { readWebhookAddress } from '../../src/teams/webhook-address.ts';

const invoke =
  'triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=abc_DEF-123';
const present = `https://default5c07eba429c5410c96009ae7df6d62.61.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/3f297b36509c41bfb5123777965aabb5/${invoke}`;
const former = `https://prod-186.westus.logic.azure.com:443/workflows/3f297b36509c41bfb5123777965aabb5/${invoke}`;

describe('the address of a webhook', () => {
  test.each([present, former, ` ${present}\n`])('%s is one, as Power Automate hands it out', (address) => {
    const url = readWebhookAddress(address);
    expect(url?.protocol).toBe('https:');
    expect(url?.port).toBe('');
    expect(url?.searchParams.get('sig')).toBe('abc_DEF-123');
  });

  test.each([
    ['plain http', present.replace('https:', 'http:').replace(':443', '')],
    ['another port', present.replace(':443', ':8443')],
    ['a user', present.replace('https://', 'https://user@')],
    ['a password', present.replace('https://', 'https://u:p@')],
    ['an IP', present.replace(/\/\/[^/]+/, '//169.254.169.254')],
    ['an IP of version 6', present.replace(/\/\/[^/]+/, '//[::1]')],
    ['an IP as one number', present.replace(/\/\/[^/]+/, '//2130706433')],
    ['this computer', present.replace(/\/\/[^/]+/, '//localhost')],
    ['a host that ends like one', present.replace('.environment.api', '-environment.api')],
    ['a host that begins like one', present.replace('powerplatform.com', 'powerplatform.com.example.com')],
    ['a host in the path', `https://example.com/${present}`],
    ['a bare domain', former.replace('prod-186.westus.', '')],
    ['a deeper host', former.replace('prod-186.', 'evil.prod-186.')],
    ['letters that look alike', former.replace('azure', 'аzure')],
    ['another path', former.replace('/workflows/', '/subscriptions/')],
    ['a path that climbs', former.replace('/invoke', '/invoke/../../..')],
    ['a path that hides a slash', former.replace('/manual/', '/a%2fb/')],
    ['no signature', former.replace(/&sig=.*/, '')],
    ['an empty signature', former.replace(/sig=.*/, 'sig=')],
    ['a retired Office connector', 'https://x.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d'],
    ['more than an address can be', `${former}${'a'.repeat(1_000)}`],
    ['no address', 'hello'],
    ['nothing', ''],
  ])('%s is none', (_, address) => {
    expect(readWebhookAddress(address)).toBeUndefined();
  });
});
