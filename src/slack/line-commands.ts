/** Lines that are no questions: decisions on proposals, who may subscribe, subscriptions. */
import type { WebClient } from '@slack/web-api';
import type { Language } from '../knowledge/language.ts';
import { redrawProposal } from './approvals.ts';
import { type SlackMessageOptions, toSlackMessage } from './blocks.ts';
import { type Edge, sentence } from './edge.ts';
import { isAdministrator } from './home.ts';
import type { SlackMessage } from './limits.ts';
import { type Asked, formButton, subscriptionCard } from './subscriptions.ts';

export interface AskedLine extends Asked {
  /** As Slack sent it, with its mentions by id. */
  readonly markup: string;
  /** The person's, where they chose one. */
  readonly language: Language | undefined;
}

/** Also answered where the bot answers no questions. @returns undefined where the text is something else */
export async function decisionMessage(
  edge: Edge,
  client: WebClient,
  { team, channel, person, text }: Asked,
): Promise<SlackMessage | undefined> {
  const read = edge.approvals.read(text);
  if (!read) return undefined;
  const place = { platform: 'slack', workspace: team, channel } as const;
  const { said, announced } = await edge.approvals.decide({ ...read, channel: place, person });
  if (announced) await redrawProposal(edge, client, channel, announced.messageId, announced.card);
  return sentence({ en: said, fr: said }, read.language);
}

/** @returns undefined where the text is a question */
export async function lineMessage(
  edge: Edge,
  client: WebClient,
  asked: AskedLine,
  options: Pick<SlackMessageOptions, 'asked'> = {},
): Promise<SlackMessage | undefined> {
  const { team, person, text, markup, language } = asked;
  const settings = await edge.subscribers.handle({
    tenant: { platform: 'slack', workspace: team },
    person,
    text,
    people: mentionedPeople(markup),
    language: language ?? edge.answering.defaultLanguage,
    isAdministrator: () => isAdministrator(edge, client, person),
  });
  if (settings) return toSlackMessage(settings, options);
  const subscribed = await subscriptionCard(edge, client, asked);
  return subscribed && toSlackMessage(subscribed, { ...options, footer: formButton(edge, text) });
}

/** In `<@U1>` and `<@U1|ann>`; the bot's own mention is taken off before. */
function mentionedPeople(markup: string): string[] {
  return [...markup.matchAll(/<@([UW][A-Z0-9]{1,30})(?:\|[^<>]*)?>/g)].map(([, id = '']) => id);
}
