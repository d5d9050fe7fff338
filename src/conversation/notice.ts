import { messageCard } from '../cards/message-card.ts';
import { callAction } from '../cards/parts.ts';
import { type StringKey, string } from '../cards/strings.ts';
import type { Language } from '../knowledge/language.ts';
import { longestQuestion } from './clean.ts';
import { plainExplanation } from './explain.ts';
import { subjectOf } from './follow-up.ts';
import type { Question, Reply } from './types.ts';

export type NoticeKey = 'empty' | 'tooLong' | 'otherLanguage' | 'expired';

const titles: Readonly<Record<NoticeKey, StringKey>> = {
  empty: 'emptyTitle',
  tooLong: 'tooLongTitle',
  otherLanguage: 'otherLanguageTitle',
  expired: 'expiredTitle',
};

/** The reply to what is no question: one clear sentence and a way forward. */
export function notice(
  question: Question,
  text: string,
  language: Language,
  key: NoticeKey,
  because: string,
): Reply {
  const help = callAction(string('helpTitle', language), { intent: 'help', args: {}, language });
  const sentence = string(key, language, { maximum: String(longestQuestion) });
  return {
    outcome: 'no-answer',
    answered: false,
    language,
    intent: 'no-answer',
    confidence: 0,
    card: messageCard(language, string(titles[key], language), sentence, [], [help]),
    entries: [],
    sources: [],
    turn: {
      question: text,
      meaning: text,
      language,
      intent: 'no-answer',
      args: {},
      entities: subjectOf(question),
      repeatable: false,
      offers: [],
      listed: false,
    },
    explanation: plainExplanation(text, language, because),
  };
}
