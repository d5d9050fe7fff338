/** Carries out subscription lines for a channel and says what came of it, for every platform alike. */
import { type Card, plain } from '../cards/card.ts';
import { messageCard } from '../cards/message-card.ts';
import type { Language } from '../knowledge/language.ts';
import type { Channels } from '../store/channels.ts';
import type { Settings } from '../store/settings.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import type { Channel } from '../store/tenant.ts';
import { explainMisunderstanding } from './misunderstanding.ts';
import { printSubscription } from './print-subscription.ts';
import { groupBySettings, type Subscription } from './subscription.ts';
import {
  type LineContext,
  readSubscriptionLine,
  type SubscriptionCommand,
  type SubscriptionVerbs,
} from './subscription-line.ts';
import { say } from './subscription-strings.ts';
import type { Topics } from './topics.ts';

export interface SubscriptionRequest {
  readonly channel: Channel;
  /** Id of the person who asks. */
  readonly person: string;
  readonly text: string;
  /** Whether the person manages the channel; asked only where that decides. */
  readonly isManager: () => Promise<boolean>;
  /** Whether the bot may write there; asked only after a subscription. */
  readonly canPost: () => Promise<boolean>;
}

export interface SubscriptionDesk {
  /** @returns undefined where the text is no subscription line */
  handle(request: SubscriptionRequest): Promise<Card | undefined>;
  /** The bot has come (back) into a channel. */
  arrived(channel: Channel): Promise<void>;
}

export interface SubscriptionDeskOptions {
  readonly store: {
    readonly subscriptions: Subscriptions;
    readonly settings: Settings;
    readonly channels: Pick<Channels, 'resume'>;
  };
  readonly topics: () => Topics;
  readonly verbs: SubscriptionVerbs;
  /** IANA zone of a line that names none. */
  readonly timeZone: string;
  readonly clock: () => Date;
}

export function createSubscriptionDesk(options: SubscriptionDeskOptions): SubscriptionDesk {
  const { store, verbs, timeZone, clock } = options;

  async function currentLines(channel: Channel): Promise<Subscription[]> {
    const rows = await store.subscriptions.of(channel);
    return groupBySettings(rows.map((row) => ({ topic: row.topic, settings: row })));
  }

  async function refusal({ channel, person, isManager }: SubscriptionRequest, language: Language) {
    const { subscribers, listedPeople } = await store.settings.of(channel);
    const isAllowed =
      subscribers === 'anyone' ||
      listedPeople.includes(person) ||
      (subscribers === 'managers' && (await isManager()));
    if (isAllowed) return undefined;
    const key = subscribers === 'managers' ? 'managersOnly' : 'listedOnly';
    return messageCard(language, say('notAllowedTitle', language), say(key, language));
  }

  async function carryOut(
    request: SubscriptionRequest,
    command: SubscriptionCommand,
    language: Language,
    context: LineContext,
  ): Promise<Card> {
    const { channel, person } = request;
    const names = (ids: readonly string[]) => ids.map((id) => context.topics.nameOf(id, language)).join(', ');
    switch (command.type) {
      case 'subscribe': {
        const { topics, settings } = command.subscription;
        const now = clock();
        await store.subscriptions.put(
          channel,
          topics.map((topic) => ({ topic, settings })),
          person,
          now,
        );
        await store.channels.resume(channel, now);
        const said = say('subscribed', language, { topics: names(topics) });
        const card = linesCard('subscribedTitle', said, await currentLines(channel), language, context);
        return (await request.canPost()) ? card : withInvitation(card);
      }
      case 'unsubscribe': {
        const removed = await store.subscriptions.remove(channel, command.topics);
        const said =
          removed.length === 0
            ? say('notSubscribed', language)
            : say('unsubscribed', language, { topics: names(removed) });
        return linesCard('unsubscribedTitle', said, await currentLines(channel), language, context);
      }
      case 'subscriptions': {
        const lines = await currentLines(channel);
        const all = names(context.topics.all.map((topic) => topic.id));
        const said =
          lines.length === 0
            ? `${say('none', language, { example: exampleLine(language, context) })}\n${say('topics', language, { topics: all })}`
            : say('lines', language);
        return linesCard('listTitle', said, lines, language, context);
      }
    }
  }

  return {
    async handle(request) {
      const context = { topics: options.topics(), verbs };
      const line = readSubscriptionLine(request.text, timeZone, context);
      if (!line) return undefined;
      const { language } = line;
      if (line.type === 'misunderstood') {
        const text = explainMisunderstanding(line.problem, language);
        return messageCard(language, say('misunderstoodTitle', language), text);
      }
      const { command } = line;
      const refused = command.type === 'subscriptions' ? undefined : await refusal(request, language);
      return refused ?? carryOut(request, command, language, context);
    },
    arrived: (channel) => store.channels.resume(channel, clock()),
  };
}

function linesCard(
  title: 'subscribedTitle' | 'unsubscribedTitle' | 'listTitle',
  text: string,
  lines: readonly Subscription[],
  language: Language,
  context: LineContext,
): Card {
  const items = lines.map((line) => plain(printSubscription(line, language, context)));
  const heading =
    title === 'listTitle' ? [] : [{ type: 'text' as const, text: plain(say('lines', language)) }];
  const list = items.length > 0 ? [...heading, { type: 'list' as const, ordered: false, items }] : [];
  return messageCard(language, say(title, language), text, list);
}

/** Says first what has to be done before anything can arrive. */
function withInvitation(card: Card): Card {
  const text = plain(say('invite', card.language));
  const [title, ...rest] = card.elements;
  return { ...card, elements: [title!, { type: 'notice', tone: 'warning', text }, ...rest] };
}

/** A line that works with the content in service. */
function exampleLine(language: Language, { topics, verbs }: LineContext): string {
  const [first] = topics.all;
  return `${verbs.subscribe[language][0]} ${first ? topics.nameOf(first.id, language) : ''}`;
}
