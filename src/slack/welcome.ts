/** Somebody opens the Messages tab: what can be asked, and a greeting the first time. */
import type { WebClient } from '@slack/web-api';
import { shorten } from '../cards/shorten.ts';
import type { Language } from '../knowledge/language.ts';
import { toSlackMessage } from './blocks.ts';
import type { Edge } from './edge.ts';
import { limits } from './limits.ts';
import { describeError } from './log.ts';
import { preferredLanguage } from './preferred-language.ts';
import { post } from './send.ts';
import { strings } from './strings.ts';

export interface Visit {
  readonly team: string;
  readonly user: string;
  /** The direct messages between the person and the bot. */
  readonly channel: string;
}

/** Never throws: without suggestions and greeting the tab works all the same. */
export async function welcome(edge: Edge, client: WebClient, visit: Visit): Promise<void> {
  const language = await languageOf(edge, client, visit);
  await Promise.all([suggest(edge, client, visit, language), greet(edge, client, visit, language)]);
}

/** What the person chose on the Home tab, else the language of their Slack. */
async function languageOf(edge: Edge, client: WebClient, { team, user }: Visit): Promise<Language> {
  const preferred = await preferredLanguage(edge, team, user);
  if (preferred) return preferred;
  try {
    const { user: about } = await client.users.info({ user, include_locale: true });
    const [spoken] = (about?.locale ?? '').split('-');
    if (spoken === 'en' || spoken === 'fr') return spoken;
  } catch (error) {
    edge.log.error(describeError(error), 'slack: could not find out the language of a person');
  }
  return edge.answering.defaultLanguage;
}

/**
 * Prompts above the message box. In an agent app a thread must not be named: Slack then shows nothing, and
 * no error (docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts).
 */
async function suggest(edge: Edge, client: WebClient, { channel }: Visit, language: Language): Promise<void> {
  const prompts = edge
    .suggestedQuestions(language)
    .slice(0, limits.suggestedPrompts)
    .map((question) => ({ title: shorten(question, limits.promptTitle), message: question }));
  if (prompts.length === 0) return;
  try {
    const title = strings.tryAsking[language];
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts });
  } catch (error) {
    edge.log.warn(describeError(error), 'slack: no questions suggested');
  }
}

/** Once: where a word was said already, Slack still has it. */
async function greet(
  edge: Edge,
  client: WebClient,
  { team, user, channel }: Visit,
  language: Language,
): Promise<void> {
  try {
    // Whoever goes to and fro is looked up once in ten minutes.
    if (!(await edge.answering.firstSeen(`slack:visit:${team}:${user}`))) return;
    const { messages } = await client.conversations.history({ channel, limit: 1 });
    if (messages === undefined || messages.length > 0) return;
    const { card } = await edge.answering.call({ intent: 'greeting', args: {}, language });
    await post(client, { channel }, toSlackMessage(card), edge.log);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: nobody greeted');
  }
}
