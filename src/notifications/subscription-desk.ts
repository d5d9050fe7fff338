/** Carries out subscription lines for a channel and says what came of it, for every platform alike. */
import { type Card, plain } from '../cards/card.ts';
import { messageCard } from '../cards/message-card.ts';
import type { Language } from '../knowledge/language.ts';
import type { Channels } from '../store/channels.ts';
import type { Settings } from '../store/settings.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import type { Channel, Tenant } from '../store/tenant.ts';
import { explainMisunderstanding } from './misunderstanding.ts';
import { readSubscriptionLines } from './pasted-lines.ts';
import { printSubscription } from './print-subscription.ts';
import {
  groupBySettings,
  type Subscription,
  type SubscriptionSettings,
  usualTime,
  usualWeekday,
} from './subscription.ts';
import { exampleLine, linesCard, withWarning } from './subscription-cards.ts';
import { type ReadForm, readSubscriptionForm, type StatedForm } from './subscription-form.ts';
import {
  type LineContext,
  readBareSubscribe,
  type SubscriptionCommand,
  type SubscriptionVerbs,
} from './subscription-line.ts';
import { say } from './subscription-strings.ts';
import type { Topics } from './topics.ts';

export interface SubscriptionRequest {
  readonly channel: Channel;
  /** Id of the person who asks. */
  readonly person: string;
  /** Other ids by which the platform names the person: a list of people may hold either. */
  readonly aliases: readonly string[];
  readonly text: string;
  /** Whether the person manages the channel; asked only where that decides. */
  readonly isManager: () => Promise<boolean>;
  /** Whether the bot may write there; asked only after a subscription. */
  readonly canPost: () => Promise<boolean>;
}

/** The same as a line asks, by a form in a language. */
export interface FormRequest extends Omit<SubscriptionRequest, 'text'> {
  readonly language: Language;
}

/** Topics that a channel hears about in the same way, in words. */
export interface FollowedLine {
  /** The ids of its topics: at least one. */
  readonly topics: readonly string[];
  /** Names of the topics, and how they are told. */
  readonly text: string;
}

export interface SubscriptionForm {
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  /** What the channel follows already. */
  readonly lines: readonly FollowedLine[];
  /** What the fields show. */
  readonly filled: Subscription;
  /** Topics of the line that is changed; empty for a new one. */
  readonly replaces: readonly string[];
}

export type OpenedForm =
  | { readonly type: 'form'; readonly form: SubscriptionForm }
  | { readonly type: 'refused'; readonly card: Card };

/** What came of a form. */
export interface FormResult {
  /** Whether the person might. */
  readonly done: boolean;
  readonly card: Card;
}

/** A line of some channel of a workspace. */
export interface ChannelLine extends FollowedLine {
  readonly channel: string;
  /** Who subscribed first. */
  readonly createdBy: string;
  /** The reason when the channel cannot be reached for now. */
  readonly suspended?: string;
}

export interface SubscriptionDesk {
  /** @returns undefined where the text is no subscription line */
  handle(request: SubscriptionRequest): Promise<Card | undefined>;
  /** The language of a line that asks to subscribe and names nothing: it wants the form. */
  wantsForm(text: string): Language | undefined;
  /** The form while the channel is not chosen. */
  newForm(language: Language): SubscriptionForm;
  /** @param about a topic of the line that is to be changed */
  openForm(request: FormRequest, about?: string): Promise<OpenedForm>;
  /** Pure: a platform may wait for it before it acknowledges. */
  readForm(stated: StatedForm, language: Language): ReadForm;
  /** @param replaces topics of the line that was changed: those no longer named are unsubscribed */
  saveForm(
    request: FormRequest,
    subscription: Subscription,
    replaces: readonly string[],
  ): Promise<FormResult>;
  /** Unsubscribes topics. */
  remove(request: FormRequest, topics: readonly string[]): Promise<FormResult>;
  /** What the channels of a workspace follow, by channel; a workspace with more is shown in part. */
  inWorkspace(tenant: Tenant, language: Language): Promise<ChannelLine[]>;
  /** The bot has come (back) into a channel. */
  arrived(channel: Channel): Promise<void>;
}

/** Rows (channel and topic) that are read to show what a workspace follows. */
const mostRows = 2_000;

export interface SubscriptionDeskOptions {
  readonly store: {
    readonly subscriptions: Subscriptions;
    readonly settings: Settings;
    readonly channels: Pick<Channels, 'resume' | 'state'>;
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

  async function refusal(
    { channel, person, aliases, isManager }: Omit<SubscriptionRequest, 'text'>,
    language: Language,
  ) {
    const { subscribers, listedPeople } = await store.settings.of(channel);
    const isAllowed =
      subscribers === 'anyone' ||
      [person, ...aliases].some((id) => listedPeople.includes(id)) ||
      (subscribers === 'managers' && (await isManager()));
    if (isAllowed) return undefined;
    const key = subscribers === 'managers' ? 'managersOnly' : 'listedOnly';
    return messageCard(language, say('notAllowedTitle', language), say(key, language));
  }

  /** Of a topic that is named twice the last line counts. */
  async function subscribe(
    { channel, person, canPost }: Omit<SubscriptionRequest, 'text'>,
    subscriptions: readonly Subscription[],
    language: Language,
    context: LineContext,
  ): Promise<Card> {
    const now = clock();
    const ways = new Map(
      subscriptions.flatMap(({ topics, settings }) => topics.map((topic) => [topic, settings] as const)),
    );
    const rows = [...ways].map(([topic, settings]) => ({ topic, settings }));
    await store.subscriptions.put(channel, rows, person, now);
    await store.channels.resume(channel, now);
    const topics = [...ways.keys()].map((topic) => context.topics.nameOf(topic, language)).join(', ');
    const said = say('subscribed', language, { topics });
    const card = linesCard('subscribedTitle', said, await currentLines(channel), language, context);
    return (await canPost()) ? card : withWarning(card, say('invite', language));
  }

  async function carryOut(
    request: Omit<SubscriptionRequest, 'text'>,
    command: SubscriptionCommand,
    language: Language,
    context: LineContext,
  ): Promise<Card> {
    const { channel } = request;
    const names = (ids: readonly string[]) => ids.map((id) => context.topics.nameOf(id, language)).join(', ');
    switch (command.type) {
      case 'subscribe':
        return subscribe(request, [command.subscription], language, context);
      case 'unsubscribe': {
        const removed = await store.subscriptions.remove(channel, command.topics);
        const lines = await currentLines(channel);
        return removed.length === 0
          ? linesCard('notSubscribedTitle', say('notSubscribed', language), lines, language, context)
          : linesCard(
              'unsubscribedTitle',
              say('unsubscribed', language, { topics: names(removed) }),
              lines,
              language,
              context,
            );
      }
      case 'subscriptions': {
        const lines = await currentLines(channel);
        const all = names(context.topics.all.map((topic) => topic.id));
        if (lines.length === 0) {
          const topics = plain(say('topics', language, { topics: all }));
          const none = say('none', language, { example: exampleLine(language, context) });
          return messageCard(language, say('listTitle', language), none, [{ type: 'text', text: topics }]);
        }
        const said = say('lines', language);
        const card = linesCard('listTitle', said, lines, language, context);
        const reach = await store.channels.state(channel);
        if (reach.state === 'active') return card;
        return withWarning(card, say('suspended', language, { reason: reach.reason }));
      }
    }
  }

  function formOf(lines: readonly Subscription[], language: Language, about?: string): SubscriptionForm {
    const context = { topics: options.topics(), verbs };
    const changed = lines.find(({ topics }) => about !== undefined && topics.includes(about));
    return {
      topics: context.topics.all.map(({ id }) => ({ id, name: context.topics.nameOf(id, language) })),
      lines: lines.map((line) => followedLine(line, language, context)),
      filled: changed ?? { topics: [], settings: usualSettings(language, timeZone) },
      replaces: changed?.topics ?? [],
    };
  }

  return {
    async handle(request) {
      const context = { topics: options.topics(), verbs };
      const lines = readSubscriptionLines(request.text, timeZone, context);
      if (!lines) return undefined;
      const [{ language }] = lines;
      const commands: SubscriptionCommand[] = [];
      for (const line of lines) {
        if (line.type === 'misunderstood') {
          const text = explainMisunderstanding(line.problem, language);
          return messageCard(language, say('misunderstoodTitle', language), text);
        }
        commands.push(line.command);
      }
      const [first] = commands as [SubscriptionCommand];
      const isChange = commands.some(({ type }) => type !== 'subscriptions');
      const refused = isChange ? await refusal(request, language) : undefined;
      if (refused) return refused;
      if (commands.length === 1) return carryOut(request, first, language, context);
      // What was copied together is carried out together.
      if (first.type !== 'subscribe') await carryOut(request, first, language, context);
      const subscriptions = commands.flatMap((one) => (one.type === 'subscribe' ? one.subscription : []));
      return subscribe(request, subscriptions, language, context);
    },
    wantsForm: (text) => readBareSubscribe(text, verbs),
    newForm: (language) => formOf([], language),
    async openForm(request, about) {
      const { channel, language } = request;
      const card = await refusal(request, language);
      if (card) return { type: 'refused', card };
      return { type: 'form', form: formOf(await currentLines(channel), language, about) };
    },
    readForm: (stated, language) => readSubscriptionForm(stated, options.topics(), language),
    async saveForm(request, subscription, replaces) {
      const { channel, language } = request;
      const refused = await refusal(request, language);
      if (refused) return { done: false, card: refused };
      const context = { topics: options.topics(), verbs };
      const gone = replaces.filter((topic) => !subscription.topics.includes(topic));
      await store.subscriptions.remove(channel, gone);
      const card = await carryOut(request, { type: 'subscribe', subscription }, language, context);
      return { done: true, card };
    },
    async remove(request, topics) {
      const { language } = request;
      const context = { topics: options.topics(), verbs };
      const refused = await refusal(request, language);
      if (refused) return { done: false, card: refused };
      const card = await carryOut(request, { type: 'unsubscribe', topics }, language, context);
      return { done: true, card };
    },
    async inWorkspace(tenant, language) {
      const context = { topics: options.topics(), verbs };
      const rows = await store.subscriptions.inWorkspace(tenant, mostRows);
      const channels = Map.groupBy(rows, (row) => row.channel);
      return [...channels].flatMap(([channel, following]) => {
        const { createdBy, suspended } = following[0]!;
        const lines = groupBySettings(following.map((row) => ({ topic: row.topic, settings: row })));
        return lines.map((line) => ({
          ...{ channel, createdBy, ...followedLine(line, language, context) },
          ...(suspended !== undefined && { suspended }),
        }));
      });
    },
    arrived: (channel) => store.channels.resume(channel, clock()),
  };
}

/** What the fields of a new subscription show. */
function usualSettings(language: Language, timeZone: string): SubscriptionSettings {
  const usual = { cadence: 'instantly', at: usualTime, weekday: usualWeekday } as const;
  return { ...usual, language, timeZone, weekends: 'deliver' };
}

/** The line without its verb. */
function followedLine(line: Subscription, language: Language, context: LineContext): FollowedLine {
  const verb = context.verbs.subscribe[language][0] ?? '';
  return { topics: line.topics, text: printSubscription(line, language, context).slice(verb.length).trim() };
}
