/** What a notification says, as it is stored: pieces of news in both languages, by topic. */
import { z } from 'zod';
import type { News } from '../cards/news.ts';
import type { Change } from '../knowledge/differences.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Bilingual, type Language, languages } from '../knowledge/language.ts';
import type { MessagePart } from '../knowledge/message.ts';
import type { Block, Fact, Section, Source } from '../knowledge/types.ts';
import { concerns, type Topics } from './topics.ts';

export interface NewsItem {
  /** What it is about: `ngen#money`, `ngen@leader`, `ngen`, a stage, or the id of an announcement. */
  readonly item: string;
  readonly topics: readonly string[];
  /** A change of one language alone is news for its readers only. */
  readonly texts: Partial<Bilingual<News>>;
}

export interface NotificationContent {
  readonly v: 1;
  /** A sentence of the editors. */
  readonly note?: Bilingual;
  readonly news: readonly NewsItem[];
}

const inline = z.union([
  z.strictObject({
    type: z.literal('text'),
    value: z.string(),
    strong: z.boolean().optional(),
    emphasis: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('link'), value: z.string(), url: z.string() }),
]);
const richText = z.array(inline);
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text: richText }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(richText) }),
  z.strictObject({
    type: z.literal('table'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]);
const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  date: z.string().optional(),
});
const news = z.strictObject({
  kind: z.enum(['added', 'changed', 'corrected', 'removed', 'begins', 'announcement']),
  title: z.string(),
  blocks: z.array(block),
  before: z.string().optional(),
  date: z.string().optional(),
  reference: z
    .strictObject({ asOf: z.string(), reviewBy: z.string().optional(), sources: z.array(source) })
    .optional(),
  call: z.strictObject({ intent: z.string(), args: z.record(z.string(), z.string()) }).optional(),
});
const contentSchema = z.strictObject({
  v: z.literal(1),
  note: z.strictObject({ en: z.string(), fr: z.string() }).optional(),
  news: z.array(
    z.strictObject({
      item: z.string(),
      topics: z.array(z.string()),
      texts: z.strictObject({ en: news.optional(), fr: news.optional() }),
    }),
  ),
});

/** Reads what the store kept; `undefined` for what is none. */
export function readContent(json: string): NotificationContent | undefined {
  try {
    return contentSchema.safeParse(JSON.parse(json)).data as NotificationContent | undefined;
  } catch {
    return undefined;
  }
}

/** Changes of the content as news, each with its source and the answer it opens. */
export function contentOfChanges(
  changes: readonly Change[],
  knowledge: Knowledge,
  topics: Topics,
  note?: Bilingual,
): NotificationContent {
  const items = changes.map((change): NewsItem => {
    const texts: Partial<Record<Language, News>> = {};
    for (const language of languages) {
      const made = newsOfChange(change, language, knowledge);
      if (made) texts[language] = made;
    }
    const isCorrection = change.kind === 'corrected';
    return { item: change.item, topics: topics.topicsOf(change.entry, isCorrection), texts };
  });
  return { v: 1, ...(note && { note }), news: items };
}

/** An announcement as one piece of news. */
export function contentOfMessage(
  message: Bilingual<MessagePart>,
  item: string,
  topics: readonly string[],
): NotificationContent {
  const part = ({ title, blocks }: MessagePart): News => ({ kind: 'announcement', title, blocks });
  return { v: 1, news: [{ item, topics, texts: { en: part(message.en), fr: part(message.fr) } }] };
}

/** One change in one language; undefined where that language has not changed. */
export function newsOfChange(change: Change, language: Language, knowledge: Knowledge): News | undefined {
  const text = change.texts[language];
  if (!text) return undefined;
  const entry = knowledge.entry(change.entry, language);
  const about = aboutOf(change, language, knowledge);
  // A heading such as "Who leads NGen" names its entry; the label of an attribute does not.
  const title = change.item.includes('@') && entry ? `${entry.shortTitle} – ${text.title}` : text.title;
  const blocks: Block[] =
    text.now === undefined ? [] : [{ type: 'paragraph', text: [{ type: 'text', value: text.now }] }];
  return {
    kind: change.kind,
    title,
    blocks,
    ...(text.before !== undefined && { before: text.before }),
    ...(change.date !== undefined && { date: change.date }),
    ...(about && change.kind !== 'removed' && { reference: about.reference, call: about.call }),
  };
}

interface About {
  readonly reference: NonNullable<News['reference']>;
  readonly call: NonNullable<News['call']>;
}

function aboutOf({ item, entry: id }: Change, language: Language, knowledge: Knowledge): About | undefined {
  const entry = knowledge.entry(id, language);
  const [, attribute] = /@([^!]+)/.exec(item) ?? [];
  const [, sectionId] = /#([^!]+)/.exec(item) ?? [];
  if (attribute !== undefined) {
    const facts = entry?.facts.filter((fact) => fact.attribute === attribute) ?? [];
    const call = { intent: 'attribute', args: { entry: id, attribute } };
    return facts.length > 0 ? { reference: referenceOf(facts), call } : undefined;
  }
  const section = sectionId === undefined ? entry?.sections[0] : knowledge.section(id, sectionId, language);
  if (!section) return undefined;
  return {
    reference: referenceOf([section]),
    call: { intent: 'section', args: { entry: id, section: section.id } },
  };
}

/** @param items at least one */
export function referenceOf(items: readonly (Section | Fact)[]): NonNullable<News['reference']> {
  const latest = items.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]!;
  const sources = new Map<string, Source>(
    items.flatMap((item) => item.sources.map((one) => [one.url, one] as const)),
  );
  return {
    asOf: latest.asOf,
    ...(latest.reviewBy !== undefined && { reviewBy: latest.reviewBy }),
    sources: [...sources.values()],
  };
}

/** What of a notification a channel that follows some topics reads in its language. */
export function newsFor(
  content: NotificationContent,
  followed: readonly string[],
  language: Language,
): { readonly topic: string; readonly news: News }[] {
  return content.news.flatMap(({ topics, texts }) => {
    const topic = followed.find((one) => concerns(one, topics));
    const text = texts[language];
    return topic !== undefined && text ? [{ topic, news: text }] : [];
  });
}

/** All topics of a notification, each once. */
export function topicsOfContent({ news: items }: NotificationContent): string[] {
  return [...new Set(items.flatMap((item) => item.topics))];
}
