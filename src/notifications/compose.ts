/** Notifications and what a channel follows → the card it gets. */
import type { Card } from '../cards/card.ts';
import { correctionCard } from '../cards/correction-card.ts';
import { digestCard } from '../cards/digest-card.ts';
import { notificationCard } from '../cards/notification-card.ts';
import type { Language } from '../knowledge/language.ts';
import type { NotificationKind } from '../store/notifications.ts';
import type { Channel } from '../store/tenant.ts';
import { type NotificationContent, newsFor } from './content.ts';
import type { Topics } from './topics.ts';

export interface Composition {
  readonly language: Language;
  readonly platform: Channel['platform'];
  readonly kind: NotificationKind;
  /** More than one only in what travels together; the oldest first. */
  readonly contents: readonly NotificationContent[];
  /** Ids of the topics that the channel follows. */
  readonly followed: readonly string[];
  /** The local day, for a digest. */
  readonly digest: string | undefined;
  readonly topics: Topics;
  readonly now: Date;
}

/** @returns undefined when nothing in it concerns the channel, or not in its language */
export function compose(composition: Composition): Card | undefined {
  const { language, platform, kind, contents, followed, digest, topics, now } = composition;
  if (kind === 'correction') {
    const news = contents.flatMap((content) => content.news).flatMap((one) => one.texts[language] ?? []);
    return news.length > 0 ? correctionCard({ language, news, now }) : undefined;
  }
  const concerning = contents.flatMap((content) => newsFor(content, followed, language));
  if (concerning.length === 0) return undefined;
  // A webhook only speaks.
  const changed = platform === 'workflows' ? 'by-operator' : 'in-channel';
  const named = followed.filter((topic) => concerning.some((one) => one.topic === topic));
  if (digest !== undefined) {
    const groups = named.map((topic) => ({
      topic: topics.nameOf(topic, language),
      news: concerning.filter((one) => one.topic === topic).map((one) => one.news),
    }));
    return digestCard({ language, date: digest, groups, changed, now });
  }
  const note = contents[0]?.note?.[language];
  return notificationCard({
    language,
    news: concerning.map((one) => one.news),
    topics: named.map((topic) => topics.nameOf(topic, language)),
    changed,
    now,
    ...(note !== undefined && { note }),
  });
}
