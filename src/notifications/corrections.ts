/** Remembers what answers were made of, and tells their threads when that has changed. */
import { createHash } from 'node:crypto';
import type { News } from '../cards/news.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { factsHash, sectionHash } from '../knowledge/material.ts';
import type { Fact, Section } from '../knowledge/types.ts';
import type { AnswerRecord, Answers, ShownSection } from '../store/answers.ts';
import type { Notifications } from '../store/notifications.ts';
import type { NewDelivery } from '../store/outbox.ts';
import type { Channel } from '../store/tenant.ts';
import { type NotificationContent, referenceOf } from './content.ts';

/** An answer that stands where others see it. */
export interface PostedAnswer {
  readonly channel: Channel;
  readonly messageId: string;
  readonly thread?: string | undefined;
  readonly language: Language;
  /** `entry#section` of each section, `entry@attribute` of each fact it was made of; others are left out. */
  readonly items: readonly string[];
}

export interface AnswerLog {
  /** Remembers an answer for a limited time. */
  posted(answer: PostedAnswer): Promise<void>;
}

export interface Corrections extends AnswerLog {
  /**
   * Looks for answers whose sections say something else by now, or are gone, and replies once in each
   * thread; once again when they change again. A section whose text only stands elsewhere is no news.
   *
   * @param previous the content before a reload, so that the reply can quote it and name what is gone
   * @returns in how many threads
   */
  run(previous?: Knowledge): Promise<number>;
}

export interface CorrectionsOptions {
  readonly store: { readonly answers: Answers; readonly notifications: Pick<Notifications, 'publish'> };
  readonly knowledge: () => Knowledge;
  readonly clock: () => Date;
  /** Makes an id that cannot be guessed. */
  readonly newId: () => string;
  /** There is something to send. */
  readonly published: () => void;
}

/** Records handled in one transaction. */
const recordsAtOnce = 500;
const createdBy = 'corrections';
/** In place of the hash of a text, for one that is no longer told: should it come back, that is news. */
const withdrawnHash = 'withdrawn';

export function createCorrections(options: CorrectionsOptions): Corrections {
  const { store, knowledge, clock, newId, published } = options;

  /** Replies where the section was shown as it no longer is. */
  async function tell(now: ShownSection, news: () => News): Promise<number> {
    const { entry, section, language, contentHash } = now;
    const key = { entry, section, language, contentHash };
    let threads = 0;
    for (;;) {
      const now = clock();
      const records = await store.answers.outdated(key, now, recordsAtOnce);
      if (records.length === 0) return threads;
      const item = itemOf(key);
      const content: NotificationContent = {
        v: 1,
        news: [{ item, topics: [], texts: { [language]: news() } }],
      };
      const deliveries = deliveriesTo(records, knowledge().version, now, newId);
      await store.notifications.publish(
        {
          ...{ id: newId(), kind: 'correction', topics: [], items: [item], createdBy },
          content: JSON.stringify(content),
          // After a crash before `corrected` the same answers come again: they are told once.
          idempotencyKey: keyOf(records, contentHash),
        },
        deliveries,
        now,
      );
      await store.answers.corrected(records, contentHash, now);
      threads += deliveries.length;
    }
  }

  /** What was shown and is no longer told at all; what only stands elsewhere is followed there. */
  async function* withdrawn(current: ReadonlyMap<string, Shown>): AsyncGenerator<ShownSection> {
    const byText = new Map<string, Shown[]>();
    for (const one of current.values()) byText.set(textOf(one), [...(byText.get(textOf(one)) ?? []), one]);
    for (const shown of await store.answers.shown(clock())) {
      if (shown.contentHash === withdrawnHash || current.has(placeOf(shown))) continue;
      const same = byText.get(textOf(shown)) ?? [];
      const place = same.find((one) => one.entry === shown.entry) ?? same[0];
      if (place) await store.answers.moved(shown, place);
      else yield { ...shown, contentHash: withdrawnHash };
    }
  }

  return {
    async posted({ channel, messageId, thread, language, items }) {
      const current = knowledge();
      const sections = items.flatMap((item) => {
        const shown = find(current, item, language);
        if (!shown) return [];
        const { entry, section, contentHash } = shown;
        return [{ entry, section, language, contentHash }];
      });
      if (sections.length === 0 || messageId === '') return;
      const where = { ...channel, messageId, ...(thread !== undefined && { thread }) };
      await store.answers.record({ ...where, sections }, clock());
    },
    async run(previous) {
      let threads = 0;
      const content = knowledge();
      const current = new Map([...everythingIn(content)].map((shown) => [placeOf(shown), shown]));
      // First: an answer that is followed to another place may be outdated there.
      for await (const gone of withdrawn(current)) {
        threads += await tell(gone, () => newsOfWithdrawn(gone, content, previous));
      }
      for (const shown of current.values()) threads += await tell(shown, () => newsOf(shown, previous));
      if (threads > 0) published();
      return threads;
    },
  };
}

/** A section, or the facts about one attribute, as they can be shown. */
interface Shown extends ShownSection {
  readonly title: string;
  readonly items: readonly (Section | Fact)[];
  readonly lead: string;
}

function* everythingIn(knowledge: Knowledge): Generator<Shown> {
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      const attributes = new Set(entry.facts.map((fact) => fact.attribute));
      const items = [
        ...entry.sections.map((section) => `${entry.id}#${section.id}`),
        ...[...attributes].map((attribute) => `${entry.id}@${attribute}`),
      ];
      for (const item of items) {
        const shown = find(knowledge, item, language);
        if (shown) yield shown;
      }
    }
  }
}

/** Facts are kept under `@attribute`, which no section's id can be. */
function find(knowledge: Knowledge, item: string, language: Language): Shown | undefined {
  const [id = '', name] = item.split(/[#@]/);
  const entry = knowledge.entry(id, language);
  if (!entry || name === undefined) return undefined;
  const base = { entry: id, language };
  if (item.includes('#')) {
    const section = knowledge.section(id, name, language);
    if (!section) return undefined;
    const contentHash = sectionHash(section);
    const lead = plain(section.lead);
    return { ...base, section: name, contentHash, title: section.heading, items: [section], lead };
  }
  const facts = entry.facts.filter((fact) => fact.attribute === name);
  if (facts.length === 0) return undefined;
  const label = knowledge.vocabulary.attributes.find((attribute) => attribute.id === name)?.label[language];
  return {
    ...base,
    section: `@${name}`,
    contentHash: factsHash(facts),
    title: `${entry.shortTitle} – ${label ?? name}`,
    items: facts,
    lead: facts.map((fact) => plain(fact.text)).join(' '),
  };
}

function itemOf({ entry, section }: ShownSection): string {
  return section.startsWith('@') ? `${entry}${section}` : `${entry}#${section}`;
}

function placeOf({ entry, section, language }: ShownSection): string {
  return `${language} ${entry} ${section}`;
}

function textOf({ language, contentHash }: ShownSection): string {
  return `${language} ${contentHash}`;
}

function newsOfWithdrawn(gone: ShownSection, knowledge: Knowledge, previous: Knowledge | undefined): News {
  const { entry, language } = gone;
  const before = previous && find(previous, itemOf(gone), language);
  // Its heading went with it where the server was down meanwhile.
  const title = before?.title ?? knowledge.entry(entry, language)?.shortTitle ?? '';
  return {
    ...{ kind: 'removed', title, blocks: [] },
    ...(before && { before: before.lead, reference: referenceOf(before.items) }),
  };
}

function newsOf(shown: Shown, previous: Knowledge | undefined): News {
  const { entry, section, language, title, items, lead } = shown;
  const before = previous && find(previous, itemOf(shown), language);
  const dates = (of: Shown) => of.items.map((item) => item.asOf).join(' ');
  // Another statement about the same date was wrong; one about a later date has moved on.
  const isCorrection = before !== undefined && dates(before) === dates(shown);
  const call: News['call'] = section.startsWith('@')
    ? { intent: 'attribute', args: { entry, attribute: section.slice(1) } }
    : { intent: 'section', args: { entry, section } };
  return {
    kind: isCorrection ? 'corrected' : 'changed',
    title,
    blocks: [{ type: 'paragraph', text: [{ type: 'text', value: lead }] }],
    ...(before && before.lead !== lead && { before: before.lead }),
    reference: referenceOf(items),
    call,
  };
}

function deliveriesTo(
  records: readonly AnswerRecord[],
  version: string,
  now: Date,
  newId: () => string,
): NewDelivery[] {
  const threads = new Map<string, NewDelivery>();
  for (const { platform, workspace, channel, messageId, thread = messageId, language } of records) {
    const key = JSON.stringify([platform, workspace, channel, thread]);
    if (threads.has(key)) continue;
    // What else of the thread has changed with this content travels in the same reply.
    const digest = `correction ${version}`;
    threads.set(key, {
      ...{ id: newId(), platform, workspace, channel, thread, language, digest },
      dueAt: now,
    });
  }
  return [...threads.values()];
}

function keyOf(records: readonly AnswerRecord[], contentHash: string): string {
  // With what they were told last and when: a content that goes back and forth is told each time.
  const ids = records
    .map((one) =>
      [
        ...[one.platform, one.workspace, one.channel, one.messageId],
        ...[one.contentHash, one.answeredAt.getTime()],
      ].join(' '),
    )
    .sort();
  const [{ entry, section, language }] = records as [AnswerRecord];
  const about = [entry, section, language, contentHash, ...ids];
  return `correction ${createHash('sha256').update(about.join('\n')).digest('hex')}`;
}

function plain(text: Section['lead']): string {
  return text.map((run) => run.value).join('');
}
