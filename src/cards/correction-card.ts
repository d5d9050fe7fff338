/** The reply in a thread whose answer has changed since. */
import type { Language } from '../knowledge/language.ts';
import { type Card, plain } from './card.ts';
import { type News, newsActions, newsBody, newsSources } from './news.ts';
import { string } from './strings.ts';

export interface CorrectionCardInput {
  readonly language: Language;
  readonly news: News;
  readonly now: Date;
}

export function correctionCard({ language, news, now }: CorrectionCardInput): Card {
  const isCorrection = news.kind === 'corrected';
  const { title } = news;
  const text = string(isCorrection ? 'correction' : 'update', language, { title });
  return {
    language,
    summary: text,
    elements: [
      { type: 'title', text: string(isCorrection ? 'correctionTitle' : 'updateTitle', language) },
      { type: 'text', text: plain(text) },
      ...newsBody(news, language),
      ...newsSources([news], language, now),
      ...newsActions([news], language),
    ],
  };
}
