/** The card of a daily or weekly digest: news grouped by topic, a line or two for each. */
import type { Language } from '../knowledge/language.ts';
import type { Block, PartialDate, RichText } from '../knowledge/types.ts';
import { type Card, plainText, strong } from './card.ts';
import { formatDate } from './format.ts';
import {
  headingElement,
  type News,
  newsActions,
  newsHeading,
  newsSources,
  type SubscriptionsChanged,
  whyElement,
} from './news.ts';
import { shorten } from './shorten.ts';
import { string } from './strings.ts';

export interface DigestCardInput {
  readonly language: Language;
  /** The local day of the digest. */
  readonly date: PartialDate;
  /** In the order in which the channel follows the topics; a piece of news stands once. */
  readonly groups: readonly { readonly topic: string; readonly news: readonly News[] }[];
  readonly changed: SubscriptionsChanged;
  readonly now: Date;
}

/** Characters of a piece of news; its button opens the rest. */
const longestLine = 350;

/** @returns undefined when there is nothing to tell */
export function digestCard({ language, date, groups, changed, now }: DigestCardInput): Card | undefined {
  const filled = groups.filter(({ news }) => news.length > 0);
  const all = filled.flatMap(({ news }) => news);
  if (all.length === 0) return undefined;
  return {
    language,
    summary: string('digestSummary', language, {
      count: String(all.length),
      titles: all.map(({ title }) => title).join(' · '),
    }),
    elements: [
      { type: 'title', text: string('digestTitle', language, { date: formatDate(date, language) }) },
      ...filled.flatMap(({ topic, news }) => [
        headingElement(topic),
        { type: 'list' as const, ordered: false, items: news.map((one) => line(one, language)) },
      ]),
      ...newsSources(all, language, now),
      ...newsActions(all, language),
      ...whyElement(
        filled.map(({ topic }) => topic),
        changed,
        language,
      ),
    ],
  };
}

function line(news: News, language: Language): RichText {
  const said = news.kind === 'removed' ? string('newsGone', language) : textOf(news);
  const text = shorten(said, longestLine);
  return [...strong(newsHeading(news, language)), { type: 'text', value: text === '' ? '' : ` – ${text}` }];
}

function textOf({ blocks }: News): string {
  return blocks.map(blockText).join(' ');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plainText(block.text);
    case 'list':
      return block.items.map(plainText).join('; ');
    case 'table':
      return block.rows.map((row) => row.join(', ')).join('; ');
  }
}
