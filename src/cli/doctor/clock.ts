/** Slack refuses requests that are five minutes old, and Microsoft's tokens have times too. */
import { broken, type Check, type Finding, needsConfiguration, ok, skipped, warning } from './check.ts';
import { send } from './http.ts';

const noticeable = 60;
const tooMuch = 240;
const remedy = 'Let the machine set its clock by NTP (systemd-timesyncd, chrony).';

export const clock: Check = {
  name: 'clock',
  async run({ config, now }) {
    if (!config) return needsConfiguration;
    const asked = [
      ...(config.slack ? [new URL('api.test', config.slack.apiUrl)] : []),
      ...(config.teams ? [new URL('https://login.microsoftonline.com/')] : []),
    ];
    if (asked.length === 0) return [skipped('No platform is set up whose clock could be asked.')];
    return Promise.all(asked.map((url) => compare(url, now)));
  },
};

async function compare(url: URL, now: () => Date): Promise<Finding> {
  const before = now().getTime();
  const answer = await send(url, { method: 'HEAD' });
  const after = now().getTime();
  const date = 'failure' in answer ? Number.NaN : Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(date)) return skipped(`${url.host} did not tell the time.`);
  // The header has whole seconds, and stands for some moment of the exchange.
  const seconds = Math.round(((before + after) / 2 - date - 500) / 1_000);
  const size = Math.abs(seconds);
  if (size < noticeable) return ok(`The clock agrees with that of ${url.host}.`);
  const says = `The clock of this machine is ${size} seconds ${seconds > 0 ? 'ahead of' : 'behind'} that of ${url.host}.`;
  return size < tooMuch ? warning(says, remedy) : broken(says, remedy);
}
