/**
 * Agent sessions: in the Messages tab every question is a thread with a title, and Slack shows that the bot
 * is at work on it (docs.slack.dev/ai/agent-sessions).
 */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { shorten } from '../cards/shorten.ts';
import { clean } from './clean.ts';
import { limits } from './limits.ts';
import { describeError } from './log.ts';

export interface SessionPlace {
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the message that the thread hangs on. */
  readonly thread: string;
}

export interface AgentSession {
  /** Whether the person has stopped it meanwhile: then nobody wants the answer. */
  isStopped(): boolean;
  /** The bot is ready for the next question. Never throws. */
  end(): Promise<void>;
}

/** An app that is no agent is asked again after this; somebody may have made it one. */
const refusalLasts = 60 * 60_000;
const mostRefusals = 1_000;

export class AgentSessions {
  readonly #now: () => Date;
  readonly #log: Logger;
  /** Workspaces whose app is no agent, with the time when that was last said. */
  readonly #refused = new Map<string, number>();
  readonly #stopped = new Set<string>();
  readonly #open = new Set<string>();

  constructor(now: () => Date, log: Logger) {
    this.#now = now;
    this.#log = log;
  }

  /**
   * Shows that the bot is at work. The title is that of a new session; a later one keeps its own, which
   * people may have changed.
   *
   * @returns undefined where Slack shows no sessions: the app is no agent, or Slack did not take it
   */
  async begin(
    client: WebClient,
    place: SessionPlace,
    { user, title }: { readonly user: string; readonly title: string },
  ): Promise<AgentSession | undefined> {
    const refused = this.#refused.get(place.team);
    if (refused !== undefined && this.#now().getTime() - refused < refusalLasts) return undefined;
    const key = keyOf(place);
    const named = shorten(clean(title).replace(/\s+/g, ' ').trim(), limits.sessionTitle);
    try {
      await client.agents.sessions.setStatus({
        channel_id: place.channel,
        thread_ts: place.thread,
        status: 'processing',
        initiator_user_id: user,
        ...(named !== '' && { title: named }),
      });
    } catch (error) {
      this.#refuse(place.team, error);
      return undefined;
    }
    this.#open.add(key);
    return {
      isStopped: () => this.#stopped.has(key),
      end: async () => {
        this.#open.delete(key);
        if (!this.#stopped.delete(key)) await this.#ready(client, place);
      },
    };
  }

  /** Somebody stopped the bot at a question: its answer is dropped if it is still on its way. */
  async stop(client: WebClient, place: SessionPlace): Promise<void> {
    const key = keyOf(place);
    if (this.#open.has(key)) this.#stopped.add(key);
    await this.#ready(client, place);
  }

  async #ready(client: WebClient, { channel, thread }: SessionPlace): Promise<void> {
    try {
      await client.agents.sessions.setStatus({ channel_id: channel, thread_ts: thread, status: 'active' });
    } catch (error) {
      this.#log.error(describeError(error), 'slack: status not cleared');
    }
  }

  /** Only Slack's own word makes the app no agent; a lost connection or a rate limit says nothing of it. */
  #refuse(team: string, error: unknown): void {
    const problem = describeError(error);
    this.#log.warn(problem, 'slack: no status shown, answered without');
    if (problem.code !== 'slack_webapi_platform_error') return;
    if (this.#refused.size >= mostRefusals) this.#refused.clear();
    this.#refused.set(team, this.#now().getTime());
  }
}

function keyOf({ team, channel, thread }: SessionPlace): string {
  return `${team}/${channel}/${thread}`;
}
