/** The reply in a thread whose answer has changed since. */
import type { Language } from '../knowledge/language.ts';
import { type Card, plain } from './card.ts';
import { type News, newsActions, newsBody, newsSources } from './news.ts';
import { string } from './strings.ts';

export interface CorrectionCardInput {
  readonly language: Language;
  /** At least one; several where one answer was made of them. */
  readonly news: readonly News[];
  readonly now: Date;
}

export function correctionCard({ language, news, now }: CorrectionCardInput): Card {
  const said = ({ kind, title }: News) =>
    string(kind === 'corrected' ? 'correction' : 'update', language, { title });
  const isCorrection = news.some((one) => one.kind === 'corrected');
  return {
    language,
    summary: news.map(said).join(' '),
    elements: [
      { type: 'title', text: string(isCorrection ? 'correctionTitle' : 'updateTitle', language) },
      ...news.flatMap((one) => [
        { type: 'text' as const, text: plain(said(one)) },
        ...newsBody(one, language),
      ]),
      ...newsSources(news, language, now),
      ...newsActions(news, language),
    ],
  };
}
