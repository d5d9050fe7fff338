/**
 * `npm run slack:local`: the bot as it is, in a small Slack on this machine, for trying by hand what
 * the browser tests try. What people write there is forgotten when it stops.
 */
import { startBot } from '../../support/bot.ts';
import { LocalSlack } from './local-slack.ts';
import { slackEnvironment } from './slack-environment.ts';

const slack = await new LocalSlack().start(Number(process.env.PORT ?? 3980));
const bot = await startBot(slackEnvironment(slack));
slack.connect(bot.address);
console.log(`Open ${slack.origin}/ in a browser. Ctrl+C stops it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await bot.stop();
    await slack.stop();
  });
}
