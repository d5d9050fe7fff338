/** What every listener works with. */
import type { RespondFn } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Answering, type Place, shownItems } from '../answering.ts';
import type { Card } from '../cards/card.ts';
import type { OperatorPages } from '../config.ts';
import type { Reply } from '../conversation/types.ts';
import type { ContentFreshness } from '../knowledge/content-freshness.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import type { ApprovalDesk } from '../notifications/approval-desk.ts';
import type { AnswerLog } from '../notifications/corrections.ts';
import type { SubscribersDesk } from '../notifications/subscribers-desk.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { SourceIndex } from '../source-index.ts';
import type { Workspace } from '../workspace.ts';
import type { AgentSessions } from './agent-sessions.ts';
import { toSlackMessage } from './blocks.ts';
import { escapeText } from './clean.ts';
import type { Clients } from './clients.ts';
import { footer } from './footer.ts';
import type { HeldAcknowledgements } from './held-acknowledgements.ts';
import type { Identify } from './identity.ts';
import type { InOrder } from './in-order.ts';
import type { Installations } from './installations.ts';
import type { KeptQuestions } from './kept-questions.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import type { RecentLinks } from './recent-links.ts';
import { respondWith } from './send.ts';
import { say, strings } from './strings.ts';

export interface Edge {
  readonly answering: Answering;
  readonly workspace: Workspace;
  readonly freshness: () => ContentFreshness;
  readonly clock: () => Date;
  /** Questions to begin with, from the content. */
  readonly suggestedQuestions: (language: Language) => readonly string[];
  readonly sessions: AgentSessions;
  /** The pages that the content rests on. */
  readonly sources: SourceIndex;
  readonly recentLinks: RecentLinks;
  readonly subscriptions: SubscriptionDesk;
  readonly subscribers: SubscribersDesk;
  readonly approvals: ApprovalDesk;
  readonly answerLog: AnswerLog;
  /** Of whoever runs the bot. */
  readonly pages: OperatorPages;
  readonly log: Logger;
  readonly identify: Identify;
  readonly installations: Installations;
  readonly clients: Clients;
  /** Of events, which wait for what must not be lost. */
  readonly acknowledgements: HeldAcknowledgements;
  /** Questions until their answer stands. */
  readonly kept: KeptQuestions;
  /** Questions of one channel are answered one after another. */
  readonly inOrder: InOrder;
}

/** A place in Slack; a channel's earlier questions are remembered per thread. */
export function slackPlace(team: string | undefined, ...parts: readonly (string | undefined)[]): Place {
  const id = [team, ...parts].filter((part) => part !== undefined).join('/');
  return { platform: 'slack', workspace: team ?? '', id };
}

/** Answers a question; nothing asked gets the help card, or what the command is about. */
export function ask(
  edge: Edge,
  place: Place,
  text: string,
  { about, language }: { readonly about?: string | undefined; readonly language?: Language | undefined } = {},
): Promise<Reply> {
  if (text === '' && about === undefined) {
    const help = { intent: 'help', args: {}, language: language ?? edge.answering.defaultLanguage };
    return edge.answering.call(help, place);
  }
  return edge.answering.ask({
    place,
    text,
    ...(about !== undefined && { about }),
    ...(language !== undefined && { language }),
  });
}

/** One sentence of this edge as a message. */
export function sentence(text: Bilingual, language?: Language): SlackMessage {
  return { text: escapeText(say(text, language)), blocks: [] };
}

/** The message only one person sees: the question on top, and a button that shares the answer. */
export async function privateMessage(
  edge: Edge,
  team: string,
  reply: Reply,
  asked: string,
): Promise<SlackMessage> {
  return toSlackMessage(withShare(reply), { asked, footer: await footer(edge, team, reply) });
}

function withShare(reply: Reply): Card {
  const { card, call } = reply;
  const isShared = card.elements.some(
    (element) => element.type === 'actions' && element.actions.some((action) => action.type === 'share'),
  );
  if (!call || isShared) return card;
  const share = { type: 'share', label: strings.share[reply.language], call } as const;
  const last = card.elements.at(-1);
  const elements =
    last?.type === 'actions'
      ? [...card.elements.slice(0, -1), { ...last, actions: [...last.actions, share] }]
      : [...card.elements, { type: 'actions', actions: [share] } as const];
  return { ...card, elements };
}

/** Where an answer stands: what it was made of is remembered, so that a correction can follow it. */
export async function rememberAnswer(
  edge: Edge,
  reply: Reply,
  {
    team,
    channel,
    thread,
  }: { readonly team: string; readonly channel: string; readonly thread?: string | undefined },
  messageId: string,
): Promise<void> {
  try {
    const place = { platform: 'slack' as const, workspace: team, channel };
    const { language } = reply;
    await edge.answerLog.posted({ channel: place, messageId, thread, language, items: shownItems(reply) });
  } catch (error) {
    edge.log.error(describeError(error), 'slack: answer not remembered');
  }
}

/** Says one sentence to one person; that it cannot even be said is logged and ends there. */
export async function tell(
  edge: Edge,
  respond: RespondFn,
  text: Bilingual,
  language?: Language,
): Promise<void> {
  try {
    await respondWith(respond, sentence(text, language), { response_type: 'ephemeral' }, edge.log);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: sentence not delivered');
  }
}
