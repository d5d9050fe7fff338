/** What of a Teams activity this product reads, checked before anything acts on it. */
import { z } from 'zod';
import type { Language } from '../knowledge/language.ts';

const id = z.string().min(1).max(1_000);
const account = z.looseObject({
  id,
  name: z.string().nullish(),
  role: z.string().optional(),
  aadObjectId: z.string().optional(),
});

/**
 * Loose: Teams adds properties at will, and botbuilder is handed the whole object. What is listed
 * here is what the code relies on.
 */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  // botbuilder asks whether the key may sign for this channel; one that is empty it would let pass.
  channelId: z.string().trim().min(1).max(100).default('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  locale: z.string().max(50).optional(),
  text: z.string().nullish(),
  from: account.optional(),
  recipient: account,
  conversation: z.looseObject({
    id,
    tenantId: z.string().max(100).optional(),
    conversationType: z.string().max(100).optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().max(100) }).optional(),
      team: z.looseObject({ id: z.string().max(1_000).optional() }).optional(),
      channel: z.looseObject({ id: id.optional() }).optional(),
      eventType: z.string().max(100).optional(),
    })
    .nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
  membersRemoved: z.array(z.looseObject({ id: z.string() })).optional(),
  /** Of a click: the message that the card stands in. */
  replyToId: id.optional(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).nullish(),
});
export type TeamsActivity = z.infer<typeof activitySchema>;

/** Reads a request body; `undefined` for what is no activity. */
export function readActivity(body: unknown): TeamsActivity | undefined {
  try {
    return activitySchema.safeParse(body).data;
  } catch {
    // zod compares the `length` of what is no text as well; one that cannot be compared makes it throw.
    return undefined;
  }
}

export function tenantOf(activity: TeamsActivity): string | undefined {
  return activity.channelData?.tenant?.id ?? activity.conversation.tenantId;
}

/** The language of the person's Teams client, where it is one of ours. */
export function languageOf(activity: TeamsActivity): Language | undefined {
  const locale = activity.locale ?? clientLocale(activity);
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'fr' || language === 'en' ? language : undefined;
}

/** Messages carry the locale in an entity as well. */
function clientLocale(activity: TeamsActivity): string | undefined {
  const info = activity.entities?.find((entity) => entity.type === 'clientInfo');
  return typeof info?.locale === 'string' ? info.locale : undefined;
}

const mentionSchema = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id, aadObjectId: z.string().max(100).optional() }),
});

/** Ids of the people who are mentioned, without the bot: that of the directory where Teams tells it. */
export function mentionedPeople({ entities, recipient }: TeamsActivity): string[] {
  return (entities ?? []).slice(0, 200).flatMap((entity) => {
    const mentioned = mentionSchema.safeParse(entity).data?.mentioned;
    if (!mentioned || mentioned.id === recipient.id) return [];
    return [mentioned.aadObjectId ?? mentioned.id];
  });
}

/** Bots have ids that begin with `28:`. Our own messages and other bots' are never answered. */
export function isFromBot(activity: TeamsActivity): boolean {
  const { from, recipient } = activity;
  return !from || from.role === 'bot' || from.id === recipient.id || from.id.startsWith('28:');
}
