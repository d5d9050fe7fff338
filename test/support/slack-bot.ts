/** The running bot with a local Slack, for what may befall both. */
import { botToken, signingSecret } from '../slack/harness.ts';
import { SlackDouble } from '../slack/slack-double.ts';
import { Asker } from './asker.ts';
import { type RunningBot, startBot } from './bot.ts';

export class SlackBot {
  readonly slack: SlackDouble;
  readonly asker = new Asker(() => this.bot.address);
  readonly #environment: Readonly<Record<string, string>>;
  #bot: RunningBot | undefined;

  private constructor(slack: SlackDouble, environment: Readonly<Record<string, string>>) {
    this.slack = slack;
    this.#environment = environment;
  }

  static async start(environment: Readonly<Record<string, string>>): Promise<SlackBot> {
    const slack = await new SlackDouble().start();
    slack.remember();
    const made = new SlackBot(slack, environment);
    await made.restart();
    return made;
  }

  get bot(): RunningBot {
    if (!this.#bot) throw new Error('not started');
    return this.#bot;
  }

  /** Starts it (again), with other settings where some are given. */
  async restart(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#bot = await startBot({
      ...{ PLATFORMS: 'slack', SLACK_API_URL: this.slack.apiUrl },
      ...{ SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken },
      ...this.#environment,
      ...environment,
    });
  }

  /** What was posted in the thread of a question. */
  said(ts: string): string[] {
    const posts = this.slack.calls('chat.postMessage').filter((one) => one.thread_ts === ts);
    return posts.map(({ text }) => String(text));
  }

  async ready(): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
    const response = await fetch(`${this.bot.address}/readyz`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async end(): Promise<void> {
    this.#bot?.process.kill('SIGKILL');
    await this.slack.stop();
  }
}
