/** The reply in a thread whose answer has changed, or was withdrawn, since. */
import type { Language } from '../knowledge/language.ts';
import { type Card, type CardElement, plain } from './card.ts';
import { type News, newsActions, newsBody, newsSources } from './news.ts';
import { type StringKey, string } from './strings.ts';

export interface CorrectionCardInput {
  readonly language: Language;
  /** At least one; several where one answer was made of them. */
  readonly news: readonly News[];
  readonly now: Date;
}

export function correctionCard({ language, news, now }: CorrectionCardInput): Card {
  return {
    language,
    summary: news.map((one) => said(one, language)).join(' '),
    elements: [
      { type: 'title', text: string(titleOf(news), language) },
      ...news.flatMap((one) => [
        { type: 'text' as const, text: plain(said(one, language)) },
        ...newsBody(one, language),
      ]),
      ...whereElse(news, language),
      ...newsSources(news, language, now),
      ...newsActions(news, language),
    ],
  };
}

function titleOf(news: readonly News[]): StringKey {
  if (news.some(({ kind }) => kind === 'corrected')) return 'correctionTitle';
  return news.every(({ kind }) => kind === 'removed') ? 'withdrawnTitle' : 'updateTitle';
}

function said({ kind, title }: News, language: Language): string {
  if (kind === 'corrected') return string('correction', language, { title });
  if (kind !== 'removed') return string('update', language, { title });
  return title === '' ? string('withdrawnUntitled', language) : string('withdrawn', language, { title });
}

/** What was withdrawn has no other answer to open. */
function whereElse(news: readonly News[], language: Language): CardElement[] {
  const gone = news.filter(({ kind }) => kind === 'removed');
  if (gone.length === 0) return [];
  const hasSource = gone.some(({ reference }) => (reference?.sources.length ?? 0) > 0);
  return [{ type: 'text', text: plain(string(hasSource ? 'withdrawnLook' : 'withdrawnAsk', language)) }];
}
