/** The card of an honest "I don't know": what was not understood, and what is nearest. */
import type { Language } from '../knowledge/language.ts';
import type { Section } from '../knowledge/types.ts';
import { type Card, plain } from './card.ts';
import { messageCard } from './message-card.ts';
import { callAction, sectionAction } from './parts.ts';
import { string } from './strings.ts';

export interface NoAnswerCardInput {
  readonly language: Language;
  readonly unknownWords: readonly string[];
  readonly nearest: readonly Section[];
}

export function noAnswerCard({ language, unknownWords, nearest }: NoAnswerCardInput): Card {
  const quoted = unknownWords.slice(0, 5).map((word) => (language === 'en' ? `“${word}”` : `« ${word} »`));
  return messageCard(
    language,
    string('noAnswerTitle', language),
    string('noAnswer', language),
    [
      ...(quoted.length > 0
        ? [
            {
              type: 'text' as const,
              text: plain(string('noAnswerUnknown', language, { words: quoted.join(', ') })),
            },
          ]
        : []),
      {
        type: 'text',
        text: plain(string(nearest.length > 0 ? 'noAnswerNearest' : 'noAnswerScope', language)),
      },
      ...(nearest.length > 0
        ? [{ type: 'list' as const, ordered: false, items: nearest.map(({ heading }) => plain(heading)) }]
        : []),
    ],
    [
      ...nearest.slice(0, 3).map((section) => sectionAction(section)),
      callAction(string('helpTitle', language), { intent: 'help', args: {}, language }),
    ],
  );
}
