/** Whether the platforms would find the bot: tried from here, on the address that they are given. */
import { broken, type Check, type Finding, needsConfiguration, ok, skipped, warning } from './check.ts';
import { send, unreachable } from './http.ts';

const paths = { slack: '/slack/events', teams: '/api/messages' } as const;
const certificate = 'Look at DNS, at the certificate, and whether the proxy passes the path on to PORT.';

export const addresses: Check = {
  name: 'addresses',
  async run({ config, address }) {
    if (!config) return needsConfiguration;
    if (!address)
      return [skipped('No address was given: --address https://… tries what Slack and Teams would call.')];
    const served = config.platforms.filter((platform) => config[platform] !== undefined);
    const reached = served.filter((platform) => platform !== 'slack' || config.slack?.appToken === undefined);
    const findings = await Promise.all(reached.map((platform) => tryPath(new URL(paths[platform], address))));
    return [...encryption(address), ...findings];
  },
};

function encryption(address: URL): Finding[] {
  if (address.protocol === 'https:') return [];
  return [
    broken(
      `${address.origin} is not HTTPS.`,
      'Slack and Teams call HTTPS addresses alone: put a proxy with a certificate in front.',
    ),
  ];
}

/** An unsigned request must be refused: that tells that ours is the program behind the address. */
async function tryPath(url: URL): Promise<Finding> {
  const headers = { 'content-type': 'application/json' };
  const answer = await send(url, { method: 'POST', headers, body: '{"type":"doctor"}' });
  if ('failure' in answer) return broken(unreachable(url, answer.failure), certificate);
  const { status } = answer;
  if (status === 400 || status === 401 || status === 403) return ok(`The bot answers at ${url.href}.`);
  if (status === 503)
    return warning(
      `The bot at ${url.href} is stopping, or does not serve this platform.`,
      'Look at /readyz.',
    );
  return broken(`${url.href} answers ${status}, and not as the bot would.`, certificate);
}
